import type { Frame } from '@pseudonymize-redact/core/pixels';
import loadOpenJpeg from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import { codecFailed, type Decode } from './nativeCodecs.ts';

const silently = (): void => undefined;

/** The samples of a codestream that has a byte for each, in cells of two: of signed ones the sign goes on. */
const widened = (samples: Uint8Array, isSigned: boolean): Uint8Array =>
  new Uint8Array(Uint16Array.from(isSigned ? new Int8Array(samples) : samples).buffer);

/**
 * OpenJPEG as it comes with the viewer's codecs, for colour that dcmjs-codecs gets wrong: JPEG 2000 of more than 8 bits, all of HTJ2K,
 * which it takes for transformed. Whatever component transformation the codestream has is undone.
 */
export const loadOpenJpegDecoder = async (): Promise<Decode> => {
  const { J2KDecoder } = await loadOpenJpeg({ print: silently, printErr: silently });
  return ({ imagePixel, bytes }: Frame): Uint8Array => {
    const decoder = new J2KDecoder();
    try {
      decoder.getEncodedBuffer(bytes.length).set(bytes);
      decoder.decode();
      const { bitsPerSample, isSigned } = decoder.getFrameInfo();
      const samples = decoder.getDecodedBuffer();
      const count = imagePixel.rows * imagePixel.columns * imagePixel.samplesPerPixel;
      const sampleBytes = bitsPerSample > 8 ? 2 : 1;
      if (samples.length !== count * sampleBytes) throw codecFailed('samples of the codestream');
      return sampleBytes === imagePixel.bitsAllocated / 8 ? samples.slice() : widened(samples, isSigned);
    } finally {
      decoder.delete();
    }
  };
};
