import { StoredPixels, type Frame } from '@pseudonymize-redact/core/pixels';
import { joinedCodestream, type CPRL, type RPCL } from './joinedCodestream.ts';
import { encodeWith, type LibraryCall } from './nativeCodecs.ts';

/** One sample of each pixel, as a frame of its own. */
const componentOf = (frame: Frame, sample: number): Frame => {
  const { imagePixel } = frame;
  const grey = {
    ...imagePixel,
    samplesPerPixel: 1,
    photometricInterpretation: 'MONOCHROME2',
    planarConfiguration: 0,
  } as const;
  const { rows, columns, bitsAllocated } = imagePixel;
  const bytes = new Uint8Array((rows * columns * bitsAllocated) / 8);
  const from = new StoredPixels(imagePixel, frame.bytes);
  const to = new StoredPixels(grey, bytes);
  for (let pixel = 0; pixel < rows * columns; pixel++) to.set(pixel, 0, from.get(pixel, sample));
  return { imagePixel: grey, bytes };
};

/**
 * Encodes colour component by component with a function that gets colour wrong, and joins what comes out. No component is
 * transformed, so that the samples are what the Dataset says.
 *
 * @throws CodedError PIXELS_CODEC_FAILED
 */
export const encodeApart = (
  encode: LibraryCall,
  frame: Frame,
  progression: typeof CPRL | typeof RPCL,
): Frame => {
  const codestreams = [0, 1, 2].map(
    (sample) => encodeWith(encode, componentOf(frame, sample), 'MONOCHROME2').bytes,
  );
  return {
    imagePixel: { ...frame.imagePixel, planarConfiguration: 0 },
    bytes: joinedCodestream(codestreams, progression),
  };
};
