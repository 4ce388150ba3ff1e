// Runs in a worker thread: one image at a time; only the models are kept.
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { detectTexts, type DetectedText, type SourceImage } from '@pseudonymize-redact/core/text-detection';
import { openTextModels } from './textModels.ts';

/** Errors lose their class between threads: a coded one travels as its code. */
export type DetectionAnswer =
  | { readonly ok: true; readonly texts: readonly DetectedText[] }
  | { readonly ok: false; readonly code: ErrorCode; readonly where: string | null };

const models = openTextModels();

export default async (image: SourceImage): Promise<DetectionAnswer> => {
  try {
    return { ok: true, texts: await detectTexts(image, await models) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, where: error.where };
    throw error;
  }
};
