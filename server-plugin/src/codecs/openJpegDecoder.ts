import type { Frame } from '@pseudonymize-redact/core/pixels';
import loadOpenJpeg from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import type { Decode } from './nativeCodecs.ts';

const silently = (): void => undefined;

/**
 * OpenJPEG as it comes with the viewer's codecs, for colour that dcmjs-codecs gets wrong: JPEG 2000 of more than 8 bits, all of HTJ2K,
 * which it takes for transformed. Whatever component transformation the codestream has is undone.
 */
export const loadOpenJpegDecoder = async (): Promise<Decode> => {
  const { J2KDecoder } = await loadOpenJpeg({ print: silently, printErr: silently });
  return ({ bytes }: Frame): Uint8Array => {
    const decoder = new J2KDecoder();
    try {
      decoder.getEncodedBuffer(bytes.length).set(bytes);
      decoder.decode();
      return decoder.getDecodedBuffer().slice();
    } finally {
      decoder.delete();
    }
  };
};
