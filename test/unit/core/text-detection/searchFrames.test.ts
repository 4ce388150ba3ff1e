import { describe, expect, it } from 'vitest';
import {
  regionsOf,
  searchFrames,
  SeriesMemory,
  sharedTexts,
  type ClassedText,
  type PixelBox,
  type SourceImage,
  type TextClass,
} from '../../../../server-plugin/core/text-detection/index.ts';

const [COLUMNS, ROWS] = [256, 192];
type Mark = readonly [x: number, y: number, value: number];

/** Black, with bright squares of 12 pixels. */
const picture = (...marks: readonly Mark[]): SourceImage => {
  const pixels = new Uint16Array(COLUMNS * ROWS);
  for (const [x, y, value] of marks) {
    for (let row = y; row < y + 12; row += 1) pixels.fill(value, row * COLUMNS + x, row * COLUMNS + x + 12);
  }
  return { rows: ROWS, columns: COLUMNS, samplesPerPixel: 1, pixels, invert: false };
};

const text = ([x0, y0, x1, y1]: PixelBox, textClass: TextClass, reading: string): ClassedText => ({
  box: [x0, y0, x1, y1],
  quad: [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ],
  angleDegrees: 0,
  confidence: 0.9,
  reading: { text: reading, score: 0.9 },
  isDoubtful: false,
  textClass,
});

const CLASS_OF_VALUE = new Map<number, TextClass>([
  [1000, 'harmless'],
  [2000, 'unknown'],
  [3000, 'identifying'],
]);

/** Finds every square; its class by its value. Notes the sizes of what it was given. */
const detector = () => {
  const sizes: string[] = [];
  const detect = (image: SourceImage): Promise<readonly ClassedText[]> => {
    sizes.push(`${image.columns}×${image.rows}`);
    const found: ClassedText[] = [];
    image.pixels.forEach((value, i) => {
      const [x, y] = [i % image.columns, Math.floor(i / image.columns)];
      const isCorner =
        value > 0 &&
        (x === 0 || image.pixels[i - 1] === 0) &&
        (y === 0 || image.pixels[i - image.columns] === 0);
      const textClass = CLASS_OF_VALUE.get(value) ?? 'unknown';
      if (isCorner) found.push(text([x, y, x + 12, y + 12], textClass, `read ${value}`));
    });
    return Promise.resolve(found);
  };
  return { sizes, detect };
};

const search = (frames: readonly SourceImage[], detect: ReturnType<typeof detector>['detect']) =>
  searchFrames(frames.length, (index) => frames[index] ?? picture(), { detect }, new SeriesMemory());

describe('the search of a clip', () => {
  it('[TD-15] searches equal frames once', async () => {
    const { sizes, detect } = detector();
    const frames = Array.from({ length: 40 }, () => picture([20, 20, 3000]));
    const found = await search(frames, detect);
    expect(sizes).toEqual(['256×192']);
    expect(found.searchedFrames).toEqual([1]);
    expect(found.texts.map(({ box }) => box)).toEqual([[20, 20, 32, 32]]);
  });

  it('[TD-15] finds what a single frame shows, and searches only the part of it that is new', async () => {
    const { sizes, detect } = detector();
    const frames = Array.from({ length: 40 }, (_, i) =>
      i === 21 ? picture([20, 20, 3000], [200, 150, 3000]) : picture([20, 20, 3000]),
    );
    const found = await search(frames, detect);
    expect(sizes).toEqual(['256×192', '64×80']);
    expect(found.searchedFrames).toEqual([1, 22]);
    expect(found.texts.map(({ box }) => box)).toEqual([
      [20, 20, 32, 32],
      [200, 150, 212, 162],
    ]);
  });

  it('[TD-15] searches what moves in every frame, where it equals no searched block', async () => {
    const { detect } = detector();
    const seen: string[] = [];
    const frames = Array.from({ length: 10 }, (_, i) =>
      // A square that stands where others have been brighter and darker, and a still one.
      picture([20, 20, 3000], [128, 96, [1000, 2000, 3000][i % 3] ?? 0]),
    );
    const search = {
      detect,
      detectParts: (
        _: SourceImage,
        parts: readonly { x: number; y: number }[],
        known: readonly { reading: { text: string } | null }[],
      ) => {
        seen.push(parts.map(({ x, y }) => `${x},${y}`).join(' '));
        // Of the texts found so far only the gravest need no other look.
        expect(new Set(known.map(({ reading }) => reading?.text))).toEqual(new Set(['read 3000']));
        return Promise.resolve([]);
      },
    };
    const found = await searchFrames(10, (index) => frames[index] ?? picture(), search, new SeriesMemory());
    // In all passes: 1, 6 and 10, of which the last equals the first. At its own size: the content that is left, once.
    expect(found.searchedFrames).toEqual([1, 2, 6]);
    // The frame in all passes is searched only around what is new in it.
    expect(found.partlySearchedFrames).toEqual([2, 6]);
    expect(seen).toEqual(['112,80']);
  });

  it.each([
    { shows: 'a line where none was', found: text([200, 150, 230, 162], 'unknown', 'read new'), is: true },
    { shows: 'a line where one was', found: text([18, 20, 34, 32], 'unknown', 'read anew'), is: false },
    { shows: 'a letter', found: text([200, 150, 212, 162], 'unknown', 'R'), is: false },
    {
      shows: 'what reads badly',
      found: { ...text([200, 150, 230, 162], 'unknown', 'read new'), isDoubtful: true },
      is: false,
    },
  ])('[TD-15] searches a frame that shows $shows in all passes: $is', async ({ found, is }) => {
    const { sizes, detect } = detector();
    // Of five frames the first, the third and the last are searched in all passes.
    const frames = Array.from({ length: 5 }, (_, i) =>
      i === 3 ? picture([20, 20, 3000], [110, 90, 2000]) : picture([20, 20, 3000]),
    );
    const detectParts = () => Promise.resolve([found]);
    const search = { detect, detectParts };
    const { texts } = await searchFrames(5, (i) => frames[i] ?? picture(), search, new SeriesMemory());
    expect(sizes.slice(1)).toEqual(is ? [expect.any(String)] : []);
    expect(texts.some(({ reading }) => reading?.text === 'read 2000')).toBe(is);
  });

  it('[TD-17] gives a place the gravest class that any frame shows there', async () => {
    const { detect } = detector();
    const found = await search([picture([20, 20, 1000]), picture([20, 20, 3000])], detect);
    expect(found.texts).toHaveLength(1);
    expect(found.texts[0]).toMatchObject({ textClass: 'identifying', reading: { text: 'read 3000' } });
  });
});

describe('the search of a series', () => {
  it('[TD-16] searches an image that equals another one no second time', async () => {
    const { sizes, detect } = detector();
    const memory = new SeriesMemory();
    const image = (): SourceImage => picture([20, 20, 3000], [100, 100, 1000]);
    const first = await searchFrames(1, image, { detect }, memory);
    const second = await searchFrames(1, image, { detect }, memory);
    expect(sizes).toEqual(['256×192']);
    expect(second.searchedFrames).toEqual([]);
    expect(second.texts).toEqual(first.texts);
  });

  it('[TD-16] searches what is new in an image, and keeps the static text', async () => {
    const { sizes, detect } = detector();
    const memory = new SeriesMemory();
    await searchFrames(1, () => picture([20, 20, 3000]), { detect }, memory);
    const second = await searchFrames(1, () => picture([20, 20, 3000], [200, 150, 1000]), { detect }, memory);
    expect(sizes).toEqual(['256×192', '64×64']);
    expect(second.searchedFrames).toEqual([1]);
    expect(second.texts.map(({ box }) => box)).toEqual([
      [20, 20, 32, 32],
      [200, 150, 212, 162],
    ]);
  });

  it('[TD-16] searches all of a text that a change touches', async () => {
    const { sizes, detect } = detector();
    const memory = new SeriesMemory();
    // A line of 100 pixels, of which the right end lies in a block that changes.
    const line = (image: SourceImage): Promise<readonly ClassedText[]> =>
      detect(image).then((found) =>
        sizes.length > 1 ? found : [text([40, 20, 140, 32], 'unknown', 'line')],
      );
    await searchFrames(1, () => picture([40, 20, 3000], [128, 20, 3000]), { detect: line }, memory);
    await searchFrames(1, () => picture([40, 20, 3000], [130, 20, 3000]), { detect: line }, memory);
    expect(sizes).toEqual(['256×192', '136×48']);
  });

  it('[TD-16] compares every bit of floats, and images of one size only', async () => {
    const { sizes, detect } = detector();
    const memory = new SeriesMemory();
    const floats = (value: number): SourceImage => ({
      ...picture(),
      pixels: new Float32Array(COLUMNS * ROWS).fill(value),
    });
    await searchFrames(1, () => floats(0.25), { detect: () => detect(picture()) }, memory);
    await searchFrames(1, () => floats(0.5), { detect: () => detect(picture()) }, memory);
    await searchFrames(1, () => ({ ...picture(), rows: COLUMNS, columns: ROWS }), { detect }, memory);
    expect(sizes).toHaveLength(3);
  });

  it('[TD-16] tells of a text found in a later image where an earlier one shows the same', async () => {
    const blind = (): Promise<readonly ClassedText[]> => Promise.resolve([]);
    const { detect } = detector();
    const first = await searchFrames(1, () => picture([20, 20, 3000]), { detect: blind }, new SeriesMemory());
    const second = await searchFrames(
      1,
      () => picture([20, 20, 3000], [100, 100, 1000]),
      { detect },
      new SeriesMemory(),
    );
    expect(sharedTexts(first.fingerprint, [first, second]).map(({ box }) => box)).toEqual([[20, 20, 32, 32]]);
  });
});

describe('regions of texts', () => {
  it('[TD-14] are those that the policy blanks', () => {
    const texts = (['harmless', 'unknown', 'identifying'] as const).map((textClass, i) =>
      text([0, 20 * i, 50, 20 * i + 10], textClass, ''),
    );
    const tops = (policy: Parameters<typeof regionsOf>[1]) =>
      regionsOf(texts, policy).map(({ box }) => box[1]);
    expect(tops('all-text')).toEqual([0, 20, 40]);
    expect(tops('keep-harmless')).toEqual([20, 40]);
    expect(tops('identifying-only')).toEqual([40]);
  });

  /** A line of 130 × 10 pixels at 45°. */
  const half = Math.SQRT1_2 * 10;
  const oblique = (angleDegrees: number): ClassedText => ({
    ...text([0, 0, 100, 100], 'unknown', ''),
    quad: [
      [half, 0],
      [100, 100 - half],
      [100 - half, 100],
      [0, half],
    ],
    angleDegrees,
  });

  it('[TD-19] lie along oblique text and cover more than it', () => {
    const [region] = regionsOf([oblique(45)], 'all-text');
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = region?.box ?? [];
    expect(region?.angleDegrees).toBe(45);
    expect(y1 - y0).toBeCloseTo(13);
    expect(x1 - x0).toBeCloseTo((100 - half) * Math.SQRT2 + 3);
    expect((x0 + x1) / 2).toBeCloseTo(50);
    expect((y0 + y1) / 2).toBeCloseTo(50);
  });

  it('[TD-19] are the box of text that is hardly oblique', () => {
    const line = text([10, 10, 110, 30], 'unknown', '');
    const tilted: ClassedText = { ...line, angleDegrees: 4 };
    expect(regionsOf([line, tilted], 'all-text')).toEqual(
      [line, tilted].map(({ box, textClass }) => ({ box, angleDegrees: 0, textClass })),
    );
  });
});
