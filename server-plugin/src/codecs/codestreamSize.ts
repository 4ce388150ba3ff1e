import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Frame } from '@pseudonymize-redact/core/pixels';

const SOC_AND_SIZ = 0xff4fff51;
const FIRST_COMPONENT = 42;
const COMPONENT_BYTES = 3;

const failed = (): CodedError =>
  new CodedError('PIXELS_CODEC_FAILED', 'the size of the JPEG 2000 image is not that of the Dataset');

/**
 * Compares the SIZ marker of a JPEG 2000 codestream with the Dataset, as the library cuts or pads without a word: the image area is
 * Columns × Rows, the components are the samples, none is subsampled or has more bits than are allocated.
 *
 * @throws CodedError PIXELS_CODEC_FAILED
 * @see ISO 15444-1 section A.5.1
 */
export const checkCodestreamSize = ({ imagePixel, bytes }: Frame): void => {
  const { rows, columns, samplesPerPixel, bitsAllocated } = imagePixel;
  if (bytes.length < FIRST_COMPONENT + samplesPerPixel * COMPONENT_BYTES) throw failed();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(8) - view.getUint32(16);
  const height = view.getUint32(12) - view.getUint32(20);
  const same = width === columns && height === rows && view.getUint16(40) === samplesPerPixel;
  if (view.getUint32(0) !== SOC_AND_SIZ || !same) throw failed();
  for (let component = 0; component < samplesPerPixel; component++) {
    const at = FIRST_COMPONENT + component * COMPONENT_BYTES;
    const precision = (view.getUint8(at) & 0x7f) + 1;
    if (precision > bitsAllocated || view.getUint8(at + 1) !== 1 || view.getUint8(at + 2) !== 1)
      throw failed();
  }
};
