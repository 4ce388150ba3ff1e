import {
  planDeidentification,
  type Plan,
  type PixelOutcome,
} from '@pseudonymize-redact/core/deidentification';
import type { Part10File } from '@pseudonymize-redact/core/part10';
import { loadVocabulary } from '../vocabulary/vocabulary.ts';
import type { EngineProject } from './deidentifyInstance.ts';
import { PRODUCT } from './product.ts';

/** Pixels that nobody searched or changed. */
export const PIXELS_LEFT_OUT: PixelOutcome = { searched: false, changed: null };

/**
 * The plan for a file under the profile and the pseudonyms of a project.
 *
 * @throws CodedError as `planDeidentification`
 */
export const planFor = (
  file: Part10File,
  { profile, pseudonyms, known }: EngineProject,
  pixels: PixelOutcome,
): Plan =>
  planDeidentification(file, {
    profile,
    pseudonyms,
    pixels,
    product: PRODUCT,
    vocabulary: loadVocabulary(),
    ...(known === undefined ? {} : { known }),
  });
