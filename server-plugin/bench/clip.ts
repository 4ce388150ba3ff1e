import {
  classed,
  detectInParts,
  detectTexts,
  HARMLESS_TEXTS,
  headerTermsOf,
  searchFrames,
  SeriesMemory,
  type SourceImage,
  type TextModels,
} from '@pseudonymize-redact/core/text-detection';
import { textImage } from '../../test/synthetic/textImages/textImage.ts';
import { cpuMsSince } from './cpuTime.ts';

const FRAMES = 100;
const SINGLE_FRAMES = 5;
/** A picture of the synthetic set, 640 × 480 pixels. */
const SEED = 1005;
/** Of the picture: what moves, and what of it is another in every frame. */
const SECTOR = { left: 0.2, right: 0.8, top: 0.15, bottom: 0.9 } as const;
const SPECKLE = 60;

/** A clip as ultrasound makes them: text stands still around, and on, a sector in which every pixel of every frame is another. */
const clipOf = ({ image }: Awaited<ReturnType<typeof textImage>>): readonly SourceImage[] => {
  const { rows, columns } = image;
  return Array.from({ length: FRAMES }, (_, index) => {
    const pixels = new Uint8Array(rows * columns);
    let state = index + 1;
    for (let i = 0; i < pixels.length; i += 1) {
      const [x, y] = [(i % columns) / columns, Math.floor(i / columns) / rows];
      const isMoving = x > SECTOR.left && x < SECTOR.right && y > SECTOR.top && y < SECTOR.bottom;
      const still = image.pixels[4 * i] ?? 0;
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      pixels[i] = isMoving ? Math.max(still, SPECKLE * Math.sqrt(state / 2 ** 32)) : still;
    }
    return { rows, columns, samplesPerPixel: 1, pixels, invert: false };
  });
};

/** Prints what the search of a clip costs, in searches of one of its frames. */
export const benchClip = async (models: TextModels): Promise<void> => {
  const frames = clipOf(await textImage(SEED));
  const image = (index: number): SourceImage => frames[index % FRAMES] as SourceImage;
  const context = { headerTerms: headerTermsOf([]), modality: 'US', harmlessTexts: HARMLESS_TEXTS };
  await detectTexts(image(0), models);
  const single = process.cpuUsage();
  for (let index = 0; index < SINGLE_FRAMES; index += 1) await detectTexts(image(index), models);
  const singleMs = cpuMsSince(single) / SINGLE_FRAMES;
  const clip = process.cpuUsage();
  const found = await searchFrames(
    FRAMES,
    image,
    {
      detect: async (frame) => classed(await detectTexts(frame, models), context),
      detectParts: async (frame, parts, known) =>
        classed(await detectInParts(frame, parts, models, known), context),
    },
    new SeriesMemory(),
  );
  const clipMs = cpuMsSince(clip);
  const whole = found.searchedFrames.length - found.partlySearchedFrames.length;
  console.log(
    `\nA clip of ${FRAMES} frames in which 45 % of the picture move: ${whole} frames searched whole, ${found.partlySearchedFrames.length} where ` +
      `they changed; ${(clipMs / singleMs).toFixed(1)} times the ${singleMs.toFixed(0)} ms of one frame.`,
  );
};
