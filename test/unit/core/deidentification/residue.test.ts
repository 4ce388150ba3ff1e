import { inflateRawSync } from 'node:zlib';
import { PRESETS } from '@pseudonymize-redact/core/deidentification';
import { describe, expect, it } from 'vitest';
import {
  buildPart10,
  DEFLATED_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
} from '../../../synthetic/buildPart10.ts';
import { identifiedObject, identifyingValues, PEOPLE } from '../../../synthetic/identifiedObject.ts';
import { context, deidentifiedBytes, type Deidentified } from './deidentified.ts';

const SYNTAXES = {
  'explicit little endian': EXPLICIT_LITTLE_ENDIAN,
  'implicit little endian': IMPLICIT_LITTLE_ENDIAN,
  'explicit big endian': EXPLICIT_BIG_ENDIAN,
  deflated: DEFLATED_LITTLE_ENDIAN,
};

/** All bytes of the result, one character each; deflated ones are inflated. */
const textOfBytes = ({ bytes, file }: Deidentified): string => {
  const buffer = Buffer.from(bytes);
  if (!file.transferSyntax.deflated) return buffer.toString('latin1');
  const head = buffer.subarray(0, file.datasetStart);
  return Buffer.concat([head, inflateRawSync(buffer.subarray(file.datasetStart))]).toString('latin1');
};

const residueIn = (text: string, values: readonly string[]): readonly string[] =>
  values.filter((value) => text.toUpperCase().includes(value.toUpperCase()));

describe.each(Object.keys(PEOPLE))('text in %s', (script) => {
  const person = PEOPLE[script];
  if (person === undefined) throw new RangeError(script);

  it.each(Object.entries(SYNTAXES))(
    '[DI-80] leaves no identifying value in the bytes, written in %s',
    (_, transferSyntaxUID) => {
      const file = buildPart10(identifiedObject(person, transferSyntaxUID));
      const values = identifyingValues(person);
      for (const profile of Object.values(PRESETS)) {
        const result = deidentifiedBytes(file, context(profile));
        expect(residueIn(textOfBytes(result), values), profile.name).toEqual([]);
      }
    },
  );
});

describe('the search for residue', () => {
  it('finds every value in the bytes of the original', () => {
    for (const person of Object.values(PEOPLE)) {
      const bytes = Buffer.from(buildPart10(identifiedObject(person, EXPLICIT_LITTLE_ENDIAN)));
      const values = identifyingValues(person);
      expect(residueIn(bytes.toString('latin1'), values)).toEqual(values);
    }
  });
});
