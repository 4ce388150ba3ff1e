import { readdirSync, readFileSync, statSync } from 'node:fs';
import { find, MemorySource, readPart10, TAG } from '@pseudonymize-redact/core/part10';
import { PRESETS } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeDeflate } from '../../../../server-plugin/src/engine/nodeDeflate.ts';
import { verifyCopy } from '../../../../server-plugin/src/engine/verifyCopy.ts';
import { loadVocabulary } from '../../../../server-plugin/src/vocabulary/vocabulary.ts';
import { describeWithSharedData, sharedPath } from '../../../sharedData.ts';
import { SHARED_FOLDER_PRESENT } from '../../../sharedFolder.ts';
import { mutate, mutations, type Mutation } from '../../../synthetic/mutations.ts';
import { context, deidentifiedBytes, type Deidentified } from './deidentified.ts';

/** Copying pixels would take most of the time. */
const MOST_BYTES = 700_000;
const RUNS = 1500;

interface Seed {
  readonly name: string;
  readonly path: string;
}

const SEEDS: readonly Seed[] = SHARED_FOLDER_PRESENT
  ? readdirSync(sharedPath('data', 'dicom'), { recursive: true, encoding: 'utf8' })
      .map((name) => ({ name, path: sharedPath('data', 'dicom', name) }))
      .filter(({ path }) => statSync(path).isFile() && statSync(path).size <= MOST_BYTES)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  : [];

/** Where the values of Pixel Data begin: what is damaged behind that is no business of the header. */
const headerEnd = (bytes: Uint8Array): number => {
  try {
    const { source, dataset } = readPart10(new MemorySource(bytes), nodeDeflate);
    const pixels = source.size === bytes.length ? find(dataset, TAG.PixelData) : undefined;
    return pixels?.valueStart ?? bytes.length;
  } catch (error) {
    if (error instanceof CodedError) return bytes.length;
    throw error;
  }
};

const read = new Map<string, { readonly header: Uint8Array; readonly pixels: Uint8Array }>();

/** A file with damages in its header; its pixels, and the original, stay as they are. */
const damaged = ({ path }: Seed, list: readonly Mutation[]): Uint8Array => {
  let file = read.get(path);
  if (file === undefined) {
    const bytes = new Uint8Array(readFileSync(path));
    const end = headerEnd(bytes);
    file = { header: bytes.subarray(0, end), pixels: bytes.subarray(end) };
    read.set(path, file);
  }
  return Buffer.concat([list.reduce(mutate, file.header), file.pixels]);
};

const vocabulary = SHARED_FOLDER_PRESENT ? loadVocabulary() : undefined;
const CONTEXTS = Object.values(PRESETS).map((profile) =>
  context(profile, vocabulary === undefined ? {} : { vocabulary }),
);

/** The verified copy of a file, or null where it is refused with a coded error. */
const copyOf = (bytes: Uint8Array, planContext: (typeof CONTEXTS)[number]): Deidentified | null => {
  try {
    const result = deidentifiedBytes(bytes, planContext);
    verifyCopy(result.file, result.plan, planContext.profile);
    return result;
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
};

describeWithSharedData('real files', () => {
  it('[DI-82] with damages become whole copies that say what was done to them, or are refused', () => {
    let [copied, refused] = [0, 0];
    fc.assert(
      fc.property(
        fc.constantFrom(...SEEDS),
        fc.constantFrom(...CONTEXTS),
        mutations,
        (seed, planContext, list) => {
          const copy = copyOf(damaged(seed, list), planContext);
          if (copy === null) {
            refused++;
            return;
          }
          copied++;
          expect(copy.value('PatientIdentityRemoved')).toBe('YES');
          expect(copy.value('SOPInstanceUID')).toBe(copy.plan.identity.newSOPInstanceUID);
          // What was understood once is understood again, to the last element.
          const again = copyOf(copy.bytes, planContext);
          expect(again?.plan.edits.dataset.elements.size).toBeGreaterThan(0);
          expect(again?.file.dataset.elements.map(({ tag }) => tag)).toEqual(
            copy.file.dataset.elements.map(({ tag }) => tag),
          );
        },
      ),
      { seed: 20240229, numRuns: RUNS, unbiased: true },
    );
    expect(copied).toBeGreaterThan(RUNS / 10);
    expect(refused).toBeGreaterThan(RUNS / 10);
  });
});
