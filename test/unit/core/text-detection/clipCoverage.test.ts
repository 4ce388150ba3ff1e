import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detectInParts,
  searchFrames,
  SeriesMemory,
  type Infer,
  type SourceImage,
  type StoredValues,
  type Tile,
} from '@pseudonymize-redact/core/text-detection';
import { readSteps } from './fakeModels.ts';

const SIZE = 96;
const BLOCK = 32;

const frameOf = (pixels: StoredValues): SourceImage => ({
  rows: SIZE,
  columns: SIZE,
  samplesPerPixel: 1,
  pixels,
  invert: false,
});

const grey = (draw: (x: number, y: number) => number): SourceImage =>
  frameOf(Uint16Array.from({ length: SIZE * SIZE }, (_, i) => draw(i % SIZE, Math.floor(i / SIZE))));

const isIn = ({ x, y, width, height }: Tile, px: number, py: number): boolean =>
  px >= x && px < x + width && py >= y && py < y + height;

/** The parts of every frame that any search saw, in the order of the searches. */
const searchedParts = async (
  frames: readonly SourceImage[],
): Promise<readonly { readonly index: number; readonly parts: readonly Tile[] }[]> => {
  const seen: { index: number; parts: readonly Tile[] }[] = [];
  let last = 0;
  await searchFrames(
    frames.length,
    (index) => {
      last = index;
      return frames[index] ?? frameOf(new Uint16Array(SIZE * SIZE));
    },
    {
      detect: (_, part) => {
        seen.push({ index: last, parts: [part] });
        return Promise.resolve([]);
      },
      detectParts: (_, parts) => {
        seen.push({ index: last, parts });
        return Promise.resolve([]);
      },
    },
    new SeriesMemory(),
  );
  return seen;
};

const partsOf = async (frames: readonly SourceImage[], index: number): Promise<readonly Tile[]> =>
  (await searchedParts(frames)).filter((each) => each.index === index).flatMap(({ parts }) => parts);

const mark = (x: number, y: number): boolean => x >= 40 && x < 52 && y >= 40 && y < 52;

describe('what of a clip is searched', () => {
  it('[TD-15] is every block of every frame, or an equal one of another frame at its place', async () => {
    const value = fc.constantFrom(0, 30, 90, 255);
    const clip = fc.array(fc.array(value, { minLength: 9, maxLength: 9 }), { minLength: 2, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(clip, async (blocks) => {
        const valueAt = (frame: number, block: number): number => blocks[frame]?.[block] ?? 0;
        // One pixel in each frame spans the whole range, so that ranges do not matter here.
        const frames = blocks.map((of) =>
          grey((x, y) =>
            x < 16 && y === 0 ? 255 : (of[3 * Math.floor(y / BLOCK) + Math.floor(x / BLOCK)] ?? 0),
          ),
        );
        const seen = await searchedParts(frames);
        const isSeen = (frame: number, block: number): boolean => {
          const [x, y] = [(block % 3) * BLOCK, Math.floor(block / 3) * BLOCK];
          return seen.some(
            ({ index, parts }) =>
              index === frame && parts.some((part) => isIn(part, x, y) && isIn(part, x + 31, y + 31)),
          );
        };
        for (const frame of blocks.keys()) {
          for (let block = 0; block < 9; block += 1) {
            const isProven = [...blocks.keys()].some(
              (other) => valueAt(other, block) === valueAt(frame, block) && isSeen(other, block),
            );
            expect(isProven).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[TD-15] is what is faint in the range of all frames, where its own frame shows it', async () => {
    const bright = grey((x) => (x < 16 ? 4000 : 0));
    const faint = grey((x, y) => (mark(x, y) ? 200 : 0));
    expect(await partsOf([bright, bright, bright, faint, bright, bright], 3)).not.toEqual([]);
  });

  it('[TD-15] is searched again where a frame shows it in a far narrower range than the one that was searched', async () => {
    const both = grey((x, y) => (x < 16 ? 4000 : mark(x, y) ? 200 : 0));
    const faint = grey((x, y) => (mark(x, y) ? 200 : 0));
    const parts = await partsOf([both, both, both, faint, both, both], 3);
    expect(parts.some((part) => isIn(part, 40, 40) && isIn(part, 51, 51))).toBe(true);
  });

  it('[TD-15] is a mark at each of its places while it moves over noise that is another in every frame', async () => {
    let state = 1;
    const noise = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (60 * state) / 2 ** 32;
    };
    const frames = Array.from({ length: 20 }, (_, i) =>
      grey((x, y) => (x >= 3 * i && x < 3 * i + 12 && y >= 40 && y < 52 ? 255 : noise())),
    );
    const seen = await searchedParts(frames);
    for (const index of frames.keys()) {
      const parts = seen.filter((each) => each.index === index).flatMap((each) => each.parts);
      expect(parts.some((part) => isIn(part, 3 * index, 40) && isIn(part, 3 * index + 11, 51))).toBe(true);
    }
  });

  it('[TD-15] compares what is no number as another value', async () => {
    const pixels = new Float32Array(SIZE * SIZE);
    const broken = pixels.slice().fill(NaN, 5 * SIZE, 6 * SIZE);
    expect(
      await partsOf([frameOf(pixels), frameOf(broken), frameOf(broken), frameOf(pixels)], 1),
    ).not.toEqual([]);
  });
});

describe('parts of a frame', () => {
  const [WIDTH, HEIGHT] = [900, 96];
  /** White at the left edge, so that grey levels are those of the values. */
  const strip = (draw: (x: number, y: number) => number): SourceImage => ({
    ...frameOf(
      Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
        const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
        return x < 4 ? 255 : draw(x, y);
      }),
    ),
    columns: WIDTH,
  });

  /** The widths of what the detector is handed. */
  const seenOf = async (image: SourceImage, largestTile?: number): Promise<readonly number[]> => {
    const seen: number[] = [];
    const detector: Infer = ({ dims }) => {
      const [, , height = 0, width = 0] = dims;
      seen.push(width);
      return Promise.resolve({ data: new Float32Array(width * height), dims: [1, 1, height, width] });
    };
    const models = { detector, loadReader: null, ...(largestTile && { largestTile }) };
    await detectInParts(image, [{ x: 0, y: 0, width: WIDTH, height: HEIGHT }], models);
    return seen;
  };

  it('[TD-4] are not handed to the detector where nothing differs by as much as a stroke', async () => {
    // The block with the white edge, the one beside it, and a margin.
    expect(await seenOf(strip((x, y) => (x + y) % 20))).toEqual([96]);
  });

  it('[TD-4] are handed to it with strokes as faint as any search looks for, wherever in a block', async () => {
    for (const at of [511, 512, 527, 543, 544, 899]) {
      const seen = await seenOf(strip((x, y) => (x === at && y > 20 && y < 40 ? 20 : 0)));
      expect(seen.length).toBe(2);
    }
  });

  it('[TD-4] are searched in tiles no larger than asked for', async () => {
    const seen = await seenOf(
      strip((x) => (x % 7) * 40),
      400,
    );
    expect(seen).toHaveLength(3);
    expect(Math.max(...seen)).toBeLessThanOrEqual(416);
  });

  it('[TD-17] are not read again inside of a text of the gravest class, but where a text stands out of it', async () => {
    // Two bars of one text each.
    const image = strip((x, y) => (y > 40 && y < 60 && ((x > 100 && x < 200) || (x > 500 && x < 600)) ? 200 : 0));
    const detector: Infer = ({ data, dims: [, , height = 0, width = 0] }) => {
      const plane = data.subarray(0, width * height);
      const ground = plane.reduce((a, b) => Math.max(a, b));
      return Promise.resolve({ data: plane.map((value) => (value < ground ? 0.9 : 0)), dims: [1, 1, height, width] });
    };
    let read = 0;
    const infer: Infer = () => {
      read += 1;
      return Promise.resolve(readSteps([0.1, 0.9]));
    };
    const models = { detector, loadReader: () => Promise.resolve({ infer, characters: ['A'] }) };
    const parts = [{ x: 64, y: 0, width: WIDTH - 64, height: HEIGHT }];
    const first = await detectInParts(image, parts, models);
    expect(first).toHaveLength(2);
    expect(read).toBe(2);
    const [left] = first.toSorted((a, b) => a.box[0] - b.box[0]);
    const again = await detectInParts(image, parts, models, left && [left]);
    expect(read).toBe(3);
    expect(again).toEqual(first.filter((text) => text !== left));
  }); // prettier-ignore
});
