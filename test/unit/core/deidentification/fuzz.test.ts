import { PRESETS } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyCopy } from '../../../../server-plugin/src/engine/verifyCopy.ts';
import { loadVocabulary } from '../../../../server-plugin/src/vocabulary/vocabulary.ts';
import {
  buildPart10,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
} from '../../../synthetic/buildPart10.ts';
import { identifiedObject, PEOPLE } from '../../../synthetic/identifiedObject.ts';
import { mutate, mutations } from '../../../synthetic/mutations.ts';
import { context, deidentifiedBytes, type Deidentified } from './deidentified.ts';

const SEEDS = Object.values(PEOPLE).flatMap((person) =>
  [EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN].map((syntax) =>
    buildPart10(identifiedObject(person, syntax)),
  ),
);
const PLAN_CONTEXT = context(PRESETS['research-longitudinal'], { vocabulary: loadVocabulary() });

/** The verified copy of a file, or null where it is refused with a coded error. */
const copyOf = (bytes: Uint8Array): Deidentified | null => {
  try {
    const result = deidentifiedBytes(bytes, PLAN_CONTEXT);
    verifyCopy(result.file, result.plan, PLAN_CONTEXT.profile);
    return result;
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
};

it('[DI-82] a damaged file becomes a whole copy that says what was done to it, or is refused', () => {
  let copied = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SEEDS), mutations, (seed, list) => {
      const copy = copyOf(list.reduce(mutate, seed));
      if (copy === null) refused++;
      else {
        copied++;
        expect(copy.value('PatientIdentityRemoved')).toBe('YES');
        expect(copy.value('SOPInstanceUID')).toBe(copy.plan.identity.newSOPInstanceUID);
      }
    }),
    { seed: 20240229, numRuns: 2000, unbiased: true },
  );
  expect(copied).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});
