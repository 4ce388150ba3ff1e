/**
 * The one table of coded errors: documentation and OpenAPI are made from it.
 * `message` never holds a value of a dataset; `status` is the HTTP status; `retryable` says whether the same
 * call can succeed later with nothing changed.
 */
export interface ErrorEntry {
  readonly message: string;
  readonly status: number;
  readonly retryable: boolean;
}

const entry = (status: number, retryable: boolean, message: string): ErrorEntry => ({
  message,
  status,
  retryable,
});

export const ERROR_TABLE = {
  // Reading DICOM Part 10 (PS3.10, PS3.5)
  PART10_NOT_DICOM: entry(
    422,
    false,
    'The file is not a DICOM Part 10 file: no DICM prefix after the preamble.',
  ),
  PART10_TRUNCATED: entry(422, false, 'The file ends inside a data element.'),
  PART10_MALFORMED: entry(422, false, 'The file has a structure that PS3.5 does not allow.'),
  PART10_UNKNOWN_VR: entry(422, false, 'The file has a Value Representation that PS3.5 does not define.'),
  PART10_UNKNOWN_TRANSFER_SYNTAX: entry(422, false, 'The Transfer Syntax is not one that is understood.'),
  PART10_DEFLATE: entry(422, false, 'The deflated dataset cannot be inflated.'),
  PART10_VALUE_TOO_LONG: entry(422, false, 'A value is longer than its length field can tell.'),
  PART10_UNKNOWN_CHARACTER_SET: entry(
    422,
    false,
    'The Specific Character Set is not one that PS3.3 defines.',
  ),
  // Text detection
  DETECTION_IMAGE_INVALID: entry(422, false, 'The image to search has not as many pixels as its size says.'),
  DETECTION_MODEL_UNAVAILABLE: entry(
    503,
    true,
    'A file of text detection cannot be loaded, or is not the one that was published.',
  ),
  DETECTION_FAILED: entry(500, true, 'Text detection failed.'),
  DETECTION_ENDED: entry(503, true, 'Text detection was ended.'),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;
