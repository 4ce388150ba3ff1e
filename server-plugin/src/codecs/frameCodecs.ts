import { CORE_CODECS, type FrameCodecs } from '@pseudonymize-redact/core/pixels';
import { htJpeg2000Codec, jpeg2000Codec } from './jpeg2000Codec.ts';
import { jpegCodec, jpegLsCodec } from './jpegCodec.ts';
import { loadLibrary } from './nativeCodecs.ts';
import { loadOpenJpegDecoder } from './openJpegDecoder.ts';

const COMPRESSED = '1.2.840.10008.1.2.4';

/** All codecs of the bridge. Encoding and decoding block: call them in a worker thread. */
export const loadFrameCodecs = async (): Promise<FrameCodecs> => {
  const library = await loadLibrary();
  const decodeByOpenJpeg = await loadOpenJpegDecoder();
  const jpeg = jpegCodec(library);
  const jpegLs = jpegLsCodec(library);
  const jpeg2000 = jpeg2000Codec(library, decodeByOpenJpeg);
  const htJpeg2000 = htJpeg2000Codec(library, decodeByOpenJpeg);
  return new Map([
    ...CORE_CODECS,
    [`${COMPRESSED}.50`, jpeg],
    [`${COMPRESSED}.51`, jpeg],
    [`${COMPRESSED}.57`, jpeg],
    [`${COMPRESSED}.70`, jpeg],
    [`${COMPRESSED}.80`, jpegLs],
    [`${COMPRESSED}.81`, jpegLs],
    [`${COMPRESSED}.90`, jpeg2000],
    [`${COMPRESSED}.91`, jpeg2000],
    [`${COMPRESSED}.201`, htJpeg2000],
    [`${COMPRESSED}.202`, htJpeg2000],
    [`${COMPRESSED}.203`, htJpeg2000],
  ]);
};
