import type { ErrorCode } from '@pseudonymize-redact/core/errors';
import type { DetectedText, SourceImage, TurnedSearch } from '@pseudonymize-redact/core/text-detection';

/** What the page tells the worker; `id` names one search. The worker does one at a time. */
export type DetectionRequest =
  | {
      readonly type: 'detect';
      readonly id: number;
      readonly image: SourceImage;
      /** Images of one series are compared: what one of them has shown is not searched again. Null: of none. */
      readonly series: string | null;
      readonly turnedSearch: TurnedSearch;
    }
  | { readonly type: 'cancel'; readonly id: number }
  /** What images have shown; the models stay loaded. */
  | { readonly type: 'forget' };

/** What the worker tells the page. The last of a search is `done`, `cancelled` or `failed`. */
export type DetectionReply =
  | { readonly type: 'progress'; readonly id: number; readonly fraction: number }
  | { readonly type: 'firstTexts'; readonly id: number; readonly texts: readonly DetectedText[] }
  | { readonly type: 'done'; readonly id: number; readonly texts: readonly DetectedText[] }
  | { readonly type: 'cancelled'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly code: ErrorCode; readonly where: string | null };
