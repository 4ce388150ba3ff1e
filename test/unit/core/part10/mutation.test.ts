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
import { mutate, mutations } from '../../../synthetic/mutations.ts';
import { openPart10, writePart10 } from '../../../synthetic/openPart10.ts';
import { SAMPLE_ELEMENTS } from '../../../synthetic/sampleDataset.ts';

const SEED = 20240229;

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
