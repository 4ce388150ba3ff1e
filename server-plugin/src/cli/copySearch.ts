import type { HeldText } from '@pseudonymize-redact/core/contract';
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import type { SearchPool } from '../detection/searchPool.ts';
import { heldTexts } from '../holds/heldTexts.ts';
import type { HoldPolicy } from '../projects/projectFile.ts';
import type { DeidentifiedFile } from './deidentifyFile.ts';

/** Why a finished copy is not written to its place. */
export interface HeldCopy {
  readonly code: ErrorCode;
  readonly where: string | null;
  readonly texts: readonly HeldText[];
}

/**
 * Searches the frames of a copy that were redacted for text that is left, as the bridge does.
 *
 * @returns null where nothing is left that the policy holds
 */
export const searchCopy = async (
  { path, series, redactedFrames: frames, identifyingValues }: DeidentifiedFile,
  pool: SearchPool,
  policy: HoldPolicy,
): Promise<HeldCopy | null> => {
  if (policy === 'off' || frames.length === 0) return null;
  try {
    const found = await pool.search({ input: path, series: `${series} copy`, identifyingValues, frames });
    const texts = heldTexts(found, frames, policy);
    return texts.length === 0 ? null : { code: 'HOLD_TEXT_REMAINS', where: null, texts };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    // A copy that cannot be searched is no better.
    return { code: error.code, where: error.where, texts: [] };
  }
};
