import fc from 'fast-check';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { numbersOf, textOf, valuesOf, walk, type Part10File } from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';
import { arbitraryFile } from '../../../synthetic/arbitraryFile.ts';
import {
  buildPart10,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  RLE_LOSSLESS,
} from '../../../synthetic/buildPart10.ts';
import { openPart10, writePart10 } from '../../../synthetic/openPart10.ts';
import { SAMPLE_ELEMENTS } from '../../../synthetic/sampleDataset.ts';

const SEED = 20240229;
const META_START = 132;

interface Mutation {
  readonly kind: 'overwrite' | 'cut' | 'insert' | 'repeat' | 'truncate';
  /** Of the file after the prefix, in ten-thousandths. */
  readonly where: number;
  readonly bytes: Uint8Array;
}

/** Lengths, delimiters and signs of VRs do more harm than bytes at random. */
const harmful = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc.constantFrom(
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0xfe, 0xff, 0, 0xe0),
    Uint8Array.of(0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0),
    Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0),
    Uint8Array.of(0, 0, 0, 0),
    Buffer.from('SQ'),
    Buffer.from('UN'),
    Buffer.from('OB'),
    Buffer.from('\\ISO 2022 IR 87'),
    Buffer.from('\u001B$B'),
  ),
);
const mutations = fc.array(
  fc.record<Mutation>({
    kind: fc.constantFrom('overwrite', 'overwrite', 'overwrite', 'cut', 'insert', 'repeat', 'truncate'),
    where: fc.nat(9999),
    bytes: harmful,
  }),
  { minLength: 1, maxLength: 2 },
);

const mutate = (file: Uint8Array, { kind, where, bytes }: Mutation): Uint8Array => {
  const at = META_START + Math.floor((where / 10_000) * (file.length - META_START));
  const before = file.subarray(0, at);
  const after = file.subarray(at);
  switch (kind) {
    case 'overwrite':
      return Buffer.concat([before, bytes.subarray(0, after.length), after.subarray(bytes.length)]);
    case 'cut':
      return Buffer.concat([before, after.subarray(bytes.length)]);
    case 'insert':
      return Buffer.concat([before, bytes, after]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, 16), after]);
    case 'truncate':
      return before;
  }
};

/** Every value of the file is read in every way; all that may be thrown is a CodedError. */
const readAll = (file: Part10File): void => {
  walk(file, ({ element, dataset, characterSet }) => {
    expect(textOf(file.source, element, characterSet)).toBeTypeOf('string');
    expect(valuesOf(file.source, element, characterSet)).toBeInstanceOf(Array);
    attempt(() => numbersOf(file.source, element, dataset.encoding));
    return true;
  });
};

const attempt = <T>(act: () => T): T | null => {
  try {
    return act();
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
};

/** Whether the file was read. */
const withstands = (bytes: Uint8Array): boolean => {
  const file = attempt(() => openPart10(bytes));
  if (file === null) return false;
  attempt(() => readAll(file));
  const written = writePart10(file);
  if (file.transferSyntax.deflated) {
    const again = openPart10(written).source;
    expect(Buffer.from(again.read(0, again.size))).toEqual(
      Buffer.from(file.source.read(0, file.source.size)),
    );
  } else {
    expect(Buffer.from(written)).toEqual(Buffer.from(bytes));
  }
  return true;
};

const pixels = {
  tag: 0x7fe00010,
  vr: 'OB',
  value: { offsetTable: [0], fragments: [Uint8Array.of(1, 2, 3, 4)] },
};
const SEEDS = [
  ...[EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN].flatMap((transferSyntaxUID) =>
    [false, true].map((undefinedLengthSequences) =>
      buildPart10({ transferSyntaxUID, undefinedLengthSequences, elements: SAMPLE_ELEMENTS }),
    ),
  ),
  buildPart10({ transferSyntaxUID: RLE_LOSSLESS, elements: [...SAMPLE_ELEMENTS.slice(0, -1), pixels] }),
];

describe('a damaged file', () => {
  it('is read and comes out as it was, or is refused with a coded error', () => {
    let read = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), mutations, (seed, list) => {
        if (withstands(list.reduce(mutate, seed))) read++;
        else refused++;
      }),
      { seed: SEED, numRuns: 10_000, unbiased: true },
    );
    // Both ways are taken often, so that the test says something.
    expect(read).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(500);
  });

  it('is withstood whatever dataset it had', () => {
    fc.assert(
      fc.property(arbitraryFile, mutations, (synthetic, list) => {
        withstands(list.reduce(mutate, buildPart10(synthetic)));
      }),
      { seed: SEED, numRuns: 1000, unbiased: true },
    );
  });

  it('is withstood however short it is cut', () => {
    for (const seed of SEEDS) {
      for (let end = 0; end < seed.length; end++) withstands(seed.subarray(0, end));
    }
  });
});
