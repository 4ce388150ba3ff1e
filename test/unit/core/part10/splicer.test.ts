import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  find,
  NO_EDITS,
  splice,
  type ByteSource,
  type Dataset,
  type Edit,
  type Item,
  type NewElement,
  type NewValue,
  type VR,
} from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';
import {
  buildPart10,
  DEFLATED_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  RLE_LOSSLESS,
  type SyntheticElement,
  type SyntheticFile,
} from '../../../synthetic/buildPart10.ts';
import { openPart10, writePart10 } from '../../../synthetic/openPart10.ts';
import { SAMPLE_ELEMENTS } from '../../../synthetic/sampleDataset.ts';

/** A dataset of the file, what it was built from, and the whole file's elements with other ones in its place. */
interface Spot {
  readonly dataset: Dataset;
  readonly elements: readonly SyntheticElement[];
  readonly rebuild: (elements: readonly SyntheticElement[]) => readonly SyntheticElement[];
  /** The file's elements without this Item; none for the root. */
  readonly withoutItem: { readonly item: Item; readonly elements: readonly SyntheticElement[] } | null;
}

const spotsIn = (
  dataset: Dataset,
  elements: readonly SyntheticElement[],
  rebuild: Spot['rebuild'] = (all) => all,
  withoutItem: Spot['withoutItem'] = null,
): readonly Spot[] => [
  { dataset, elements, rebuild, withoutItem },
  ...elements.flatMap((element, at) => {
    const { value } = element;
    if (typeof value !== 'object' || !('items' in value)) return [];
    const withItems = (items: readonly (readonly SyntheticElement[])[]): readonly SyntheticElement[] =>
      rebuild(elements.with(at, { ...element, value: { ...value, items } }));
    return (dataset.elements[at]?.items ?? []).flatMap((item, index) =>
      spotsIn(item.dataset, value.items[index] ?? [], (inner) => withItems(value.items.with(index, inner)), {
        item,
        elements: withItems(value.items.toSpliced(index, 1)),
      }),
    );
  }),
];

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const FILES: readonly (readonly [string, Omit<SyntheticFile, 'elements'>])[] = [
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  DEFLATED_LITTLE_ENDIAN,
].flatMap((transferSyntaxUID) =>
  [false, true].map((undefinedLengthSequences) => [
    `${transferSyntaxUID}, ${undefinedLengthSequences ? 'undefined' : 'defined'} lengths`,
    { transferSyntaxUID, undefinedLengthSequences, preamble: new Uint8Array(128).fill(0x41) },
  ]),
);

describe.each(FILES)('splice: %s', (_, options) => {
  const original = buildPart10({ ...options, elements: SAMPLE_ELEMENTS });
  const file = openPart10(original);
  const spots = spotsIn(file.dataset, SAMPLE_ELEMENTS);
  const built = (elements: readonly SyntheticElement[]): Uint8Array => buildPart10({ ...options, elements });

  it('changes nothing without edits', () => {
    expect(writePart10(file)).toEqual(original);
  });

  it('removes any one element', () => {
    expect(spots).toHaveLength(8);
    for (const { dataset, elements, rebuild } of spots) {
      for (const [at, element] of dataset.elements.entries()) {
        const edits = new Map([[element, { action: 'remove' } as const]]);
        expect(writePart10(file, { elements: edits })).toEqual(built(rebuild(elements.toSpliced(at, 1))));
      }
    }
  });

  it('replaces any one element, by a longer, an odd and an empty value', () => {
    for (const { dataset, elements, rebuild } of spots) {
      for (const [at, element] of dataset.elements.entries()) {
        for (const text of ['a longer value than before', 'odd', '']) {
          const edit: Edit = { action: 'replace', value: bytes(text), vr: 'LO' };
          expect(writePart10(file, { elements: new Map([[element, edit]]) })).toEqual(
            built(rebuild(elements.with(at, { tag: element.tag, vr: 'LO', value: text }))),
          );
        }
      }
    }
  });

  it('keeps the VR where the edit names none', () => {
    const name = find(file.dataset, 0x00100010);
    if (name === undefined) throw new Error('no PatientName');
    const edit: Edit = { action: 'replace', value: bytes('X') };
    const at = SAMPLE_ELEMENTS.findIndex(({ tag }) => tag === name.tag);
    expect(writePart10(file, { elements: new Map([[name, edit]]) })).toEqual(
      built(SAMPLE_ELEMENTS.with(at, { tag: name.tag, vr: 'PN', value: 'X' })),
    );
  });

  it('inserts into any one dataset, in the order of the tags', () => {
    const tags = [0x00080001, 0x00120063, 0xfffcfffc];
    for (const { dataset, elements, rebuild } of spots) {
      const inserted = tags.toReversed().map((tag): NewElement => ({ tag, vr: 'LO', value: bytes('new') }));
      const expected = [...elements, ...tags.map((tag) => ({ tag, vr: 'LO', value: 'new' }))];
      expect(writePart10(file, { insertions: new Map([[dataset, inserted]]) })).toEqual(
        built(rebuild(expected.sort((a, b) => a.tag - b.tag))),
      );
    }
  });

  it('removes any one Item', () => {
    for (const { withoutItem } of spots) {
      if (withoutItem === null) continue;
      expect(writePart10(file, { removedItems: new Set([withoutItem.item]) })).toEqual(
        built(withoutItem.elements),
      );
    }
  });

  it('removes all elements of all datasets', () => {
    const edits = new Map(
      spots.flatMap(({ dataset }) =>
        dataset.elements.map((element) => [element, { action: 'remove' } as const]),
      ),
    );
    expect(writePart10(file, { elements: edits })).toEqual(built([]));
  });

  it('writes the File Meta Information anew, with its length and a preamble of zeros', () => {
    const meta: readonly NewElement[] = [
      { tag: 0x00020010, vr: 'UI', value: bytes(options.transferSyntaxUID ?? '') },
      { tag: 0x00020001, vr: 'OB', value: Uint8Array.of(0, 1) },
      { tag: 0x00020003, vr: 'UI', value: bytes('2.25.7') },
    ];
    const expected = buildPart10({
      ...options,
      elements: SAMPLE_ELEMENTS,
      preamble: new Uint8Array(128),
      meta: [
        { tag: 0x00020001, vr: 'OB', value: Uint8Array.of(0, 1) },
        { tag: 0x00020003, vr: 'UI', value: '2.25.7' },
      ],
    });
    expect(writePart10(file, {}, meta)).toEqual(expected);
  });

  it('replaces an element by a Sequence', () => {
    const name = find(file.dataset, 0x00100010);
    if (name === undefined) throw new Error('no PatientName');
    const value: NewValue = {
      items: [
        [
          { tag: 0x00080102, vr: 'SH', value: bytes('DCM') },
          { tag: 0x00080100, vr: 'SH', value: bytes('113100') },
        ],
        [],
      ],
    };
    const items = [
      [
        { tag: 0x00080100, vr: 'SH', value: '113100' },
        { tag: 0x00080102, vr: 'SH', value: 'DCM' },
      ],
      [],
    ];
    const at = SAMPLE_ELEMENTS.findIndex(({ tag }) => tag === name.tag);
    expect(
      writePart10(file, { elements: new Map([[name, { action: 'replace', value, vr: 'SQ' }]]) }),
    ).toEqual(
      built(SAMPLE_ELEMENTS.with(at, { tag: name.tag, vr: 'SQ', value: { items, undefinedLength: false } })),
    );
  });
});

describe('splice', () => {
  const segment = (source: ByteSource): readonly { source: ByteSource; start: number; end: number }[] => [
    { source, start: 0, end: source.size },
  ];

  it('gives one range, the whole file, without edits', () => {
    const file = openPart10(buildPart10({ elements: SAMPLE_ELEMENTS, trailing: new Uint8Array(9) }));
    const segments = splice(file, { dataset: NO_EDITS, meta: null }, { deflate: (all) => all });
    expect(segments).toEqual(segment(file.source));
  });

  it('leaves out the zeros after a dataset that changes', () => {
    const file = openPart10(buildPart10({ elements: SAMPLE_ELEMENTS, trailing: new Uint8Array(9) }));
    const [first] = file.dataset.elements;
    if (first === undefined) throw new Error('no element');
    expect(writePart10(file, { elements: new Map([[first, { action: 'remove' }]]) })).toEqual(
      buildPart10({ elements: SAMPLE_ELEMENTS.slice(1) }),
    );
  });

  it('replaces encapsulated Pixel Data fragment by fragment, each of even length', () => {
    const pixels = (fragments: readonly Uint8Array[]): SyntheticElement => ({
      tag: 0x7fe00010,
      vr: 'OB',
      value: { offsetTable: [0], fragments },
    });
    const transferSyntaxUID = RLE_LOSSLESS;
    const file = openPart10(buildPart10({ transferSyntaxUID, elements: [pixels([Uint8Array.of(1, 2)])] }));
    const element = file.dataset.elements[0];
    const kept = element?.fragments?.[0];
    if (element === undefined || kept === undefined) throw new Error('no Pixel Data');
    const fragments = [
      [{ source: file.source, start: kept.valueStart, end: kept.end }],
      segment({ size: 3, read: (start, end) => Uint8Array.of(7, 8, 9).subarray(start, end) }),
    ];
    const edits = new Map([[element, { action: 'replace', value: { fragments } } as const]]);
    expect(writePart10(file, { elements: edits })).toEqual(
      buildPart10({ transferSyntaxUID, elements: [pixels([Uint8Array.of(7, 8, 9, 0)])] }),
    );
  });

  it.each<[string, string, VR, number]>([
    ['a short header in explicit VR', EXPLICIT_LITTLE_ENDIAN, 'LO', 0x10000],
    ['a long header', EXPLICIT_LITTLE_ENDIAN, 'OB', 0xffffffff],
    ['a header in implicit VR', IMPLICIT_LITTLE_ENDIAN, 'LO', 0xffffffff],
  ])('refuses a value too long for %s', (_, transferSyntaxUID, vr, size) => {
    const file = openPart10(buildPart10({ transferSyntaxUID, elements: SAMPLE_ELEMENTS }));
    const value = segment({ size, read: (start, end) => new Uint8Array(end - start) });
    const insertions = new Map([[file.dataset, [{ tag: 0x00100010, vr, value }]]]);
    const edits = { meta: null, dataset: { ...NO_EDITS, insertions } };
    expect(() => splice(file, edits, { deflate: (all) => all })).toThrow(
      new CodedError('PART10_VALUE_TOO_LONG', '(0010,0010)'),
    );
  });
});
