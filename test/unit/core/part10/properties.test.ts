import fc from 'fast-check';
import { walk, type DataElement, type Dataset, type Edit } from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';
import { arbitraryFile } from '../../../synthetic/arbitraryFile.ts';
import { buildPart10, type SyntheticElement } from '../../../synthetic/buildPart10.ts';
import { openPart10, writePart10 } from '../../../synthetic/openPart10.ts';

const SEED = 20240229;
const RUNS = { seed: SEED, numRuns: 500 };

type Decision = 'keep' | 'remove' | 'replace';

const REPLACEMENT = 'replaced';

const countOf = (elements: readonly SyntheticElement[]): number =>
  elements.reduce((sum, { value }) => {
    const nested = typeof value === 'object' && 'items' in value ? value.items : [];
    return sum + 1 + nested.reduce((inner, item) => inner + countOf(item), 0);
  }, 0);

/** Decides for every element in turn; gives the edits, and the elements that must come out. */
const decide = (
  dataset: Dataset,
  elements: readonly SyntheticElement[],
  next: () => Decision,
  edits: Map<DataElement, Edit>,
): readonly SyntheticElement[] =>
  elements.flatMap((built, at): readonly SyntheticElement[] => {
    const element = dataset.elements[at] as DataElement;
    const decision = next();
    if (decision === 'remove') {
      edits.set(element, { action: 'remove' });
      return [];
    }
    if (decision === 'replace') {
      edits.set(element, { action: 'replace', value: Buffer.from(REPLACEMENT), vr: 'LO' });
      return [{ tag: built.tag, vr: 'LO', value: REPLACEMENT }];
    }
    const { value } = built;
    if (typeof value !== 'object' || !('items' in value)) return [built];
    const items = (element.items ?? []).map(({ dataset: inner }, index) =>
      decide(inner, value.items[index] ?? [], next, edits),
    );
    return [{ ...built, value: { ...value, items } }];
  });

describe('any dataset', () => {
  it('is read to the last element, and comes out as it was without edits', () => {
    fc.assert(
      fc.property(arbitraryFile, (synthetic) => {
        const bytes = buildPart10(synthetic);
        const file = openPart10(bytes);
        let count = 0;
        walk(file, () => {
          count++;
          return true;
        });
        expect(count).toBe(countOf(synthetic.elements));
        expect(writePart10(file)).toEqual(bytes);
      }),
      RUNS,
    );
  });

  it('changes where the edits say and nowhere else', () => {
    const decisions = fc.array(fc.constantFrom<Decision>('keep', 'keep', 'keep', 'remove', 'replace'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(arbitraryFile, decisions, (synthetic, choices) => {
        const file = openPart10(buildPart10(synthetic));
        const elements = new Map<DataElement, Edit>();
        let turn = 0;
        const next = (): Decision => choices[turn++ % choices.length] ?? 'keep';
        const expected = decide(file.dataset, synthetic.elements, next, elements);
        expect(writePart10(file, { elements })).toEqual(buildPart10({ ...synthetic, elements: expected }));
      }),
      RUNS,
    );
  });
});
