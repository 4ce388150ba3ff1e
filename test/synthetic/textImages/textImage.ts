import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import type { PixelBox, SourceImage } from '@pseudonymize-redact/core/text-detection';
import { BACKGROUNDS } from './backgrounds.ts';
import { phraseOf, type Phrase } from './phrases.ts';
import { randomOf, type Random } from './random.ts';

/** A text burned into a picture and where its ink lies. */
export interface BurnedInText extends Phrase {
  /** Around the ink, in image pixels, edge coordinates. */
  readonly box: PixelBox;
  /** Indices (row × Columns + column) of the pixels that the text covers by more than a quarter. */
  readonly ink: readonly number[];
  readonly style: string;
}

export interface TextImage {
  readonly image: SourceImage;
  readonly texts: readonly BurnedInText[];
}

interface Style {
  readonly name: string;
  readonly colour: string;
  readonly outline: string | null;
  readonly angleDegrees: number;
  readonly isFaint: boolean;
}

const INK_ALPHA = 64;
/** No ink comes so near to the edge of the picture … */
const EDGE = 2;
/** … and none of two texts to each other. */
const MARGIN = 6;
const ATTEMPTS = 30;
/** A faint text differs by so many grey levels from the mean of what is behind it. */
const FAINT_CONTRAST = [36, 80] as const;
/** What nobody can see cannot be asked for: nearly all ink of a text differs by this much from what is behind it. */
const LEAST_CONTRAST = 24;
const VISIBLE_SHARE = 0.95;
const TWO_IDEOGRAPHS = ['王', '田'] as const;

/** Families whose glyphs differ for two ideographs: others draw the same empty box for both. */
const hasIdeographs = (family: string): boolean => {
  const context = createCanvas(40, 20).getContext('2d');
  context.font = `16px "${family}"`;
  const drawn = TWO_IDEOGRAPHS.map((character) => {
    context.clearRect(0, 0, 40, 20);
    context.fillText(character, 2, 16);
    return Buffer.from(context.getImageData(0, 0, 40, 20).data).toString('base64');
  });
  return drawn[0] !== drawn[1];
};

const FAMILIES = GlobalFonts.families
  .map(({ family }) => family)
  // D050000L are dingbats: nothing is written in it.
  .filter((family) => !/emoji|symbol|math|dingbat|d050000l/i.test(family));
const IDEOGRAPHIC = FAMILIES.filter(
  (family) => /cjk|hei|han|song|gothic|ming/i.test(family) && hasIdeographs(family),
);

const grey = (level: number): string => `rgb(${level}, ${level}, ${level})`;

const styleOf = (random: Random): Style => {
  const name = random.pick([
    'plain',
    'plain',
    'plain',
    'plain',
    'outline',
    'faint',
    'colour',
    'upright',
    'oblique',
  ]);
  const bright = grey(random.integer(190, 255));
  const plain: Style = { name, colour: bright, outline: null, angleDegrees: 0, isFaint: false };
  switch (name) {
    case 'outline':
      return { ...plain, outline: 'black' };
    case 'faint':
      return { ...plain, colour: grey(random.integer(70, 120)), isFaint: true };
    case 'colour':
      return { ...plain, colour: random.pick(['#ffe000', '#00e0ff', '#60ff60', '#ff8030', '#ff60ff']) };
    case 'upright':
      return { ...plain, angleDegrees: random.pick([-90, 90]) };
    case 'oblique':
      return { ...plain, angleDegrees: random.between(-40, 40) };
    default:
      return plain;
  }
};

const drawText = (
  context: SKRSContext2D,
  text: string,
  font: string,
  x: number,
  y: number,
  style: Style,
): void => {
  context.save();
  context.translate(x, y);
  context.rotate((style.angleDegrees * Math.PI) / 180);
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (style.outline !== null) {
    context.strokeStyle = style.outline;
    context.lineWidth = 3;
    context.strokeText(text, 0, 0);
  }
  context.fillStyle = style.colour;
  context.fillText(text, 0, 0);
  context.restore();
};

/** Whether all of a text lies inside: a letter that the edge cuts off leaves no ink to know it by. */
const isInside = (
  context: SKRSContext2D,
  text: string,
  font: string,
  x: number,
  y: number,
  { angleDegrees }: Style,
): boolean => {
  context.save();
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const ink = context.measureText(text);
  context.restore();
  const [cos, sin] = [Math.cos((angleDegrees * Math.PI) / 180), Math.sin((angleDegrees * Math.PI) / 180)];
  return [-ink.actualBoundingBoxLeft, ink.actualBoundingBoxRight].every((along) =>
    [-ink.actualBoundingBoxAscent, ink.actualBoundingBoxDescent].every((across) => {
      const [left, top] = [x + along * cos - across * sin, y + along * sin + across * cos];
      return (
        left >= EDGE &&
        top >= EDGE &&
        left <= context.canvas.width - EDGE &&
        top <= context.canvas.height - EDGE
      );
    }),
  );
};

/** The pixels that a drawing on an empty canvas covers. */
const inkOf = (context: SKRSContext2D, width: number, height: number): { ink: number[]; box: PixelBox } => {
  const { data } = context.getImageData(0, 0, width, height);
  const ink: number[] = [];
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let i = 0; i < width * height; i += 1) {
    if ((data[4 * i + 3] ?? 0) < INK_ALPHA) continue;
    ink.push(i);
    const [x, y] = [i % width, Math.floor(i / width)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  }
  return { ink, box: [x0, y0, x1, y1] };
};

const isFree = ([x0, y0, x1, y1]: PixelBox, others: readonly BurnedInText[]): boolean =>
  others.every(
    ({ box }) => x0 > box[2] + MARGIN || x1 < box[0] - MARGIN || y0 > box[3] + MARGIN || y1 < box[1] - MARGIN,
  );

/** The mean grey level of the picture where the ink of a text is to come. */
const groundOf = (background: Uint8ClampedArray, ink: readonly number[]): number =>
  ink.reduce((sum, pixel) => sum + (background[pixel] ?? 0), 0) / ink.length;

/** The colour that a text of a style gets on its ground. */
const coloured = (style: Style, ground: number, random: Random): Style =>
  style.isFaint
    ? { ...style, colour: grey(Math.min(Math.round(ground) + random.integer(...FAINT_CONTRAST), 255)) }
    : style;

/** Rec. 601, of what `fillStyle` takes here. */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
};

/** Whether a text can be told from what is behind it; its outline tells it from anything. */
const isVisible = (style: Style, background: Uint8ClampedArray, ink: readonly number[]): boolean => {
  if (style.outline !== null) return true;
  const level = luminanceOf(style.colour);
  const seen = ink.filter((pixel) => Math.abs(level - (background[pixel] ?? 0)) >= LEAST_CONTRAST);
  return seen.length >= VISIBLE_SHARE * ink.length;
};

/** A picture with several texts at free places: the same for the same seed and fonts. */
export const textImage = async (seed: number): Promise<TextImage> => {
  const random = randomOf(seed);
  const [width, height] = random.pick([
    [512, 512],
    [640, 480],
    [800, 600],
    [1024, 768],
  ] as const);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const background = random.pick(BACKGROUNDS)(width, height, random);
  const picture = context.createImageData(width, height);
  background.forEach((level, i) => picture.data.set([level, level, level, 255], 4 * i));
  context.putImageData(picture, 0, 0);

  const scratch = createCanvas(width, height).getContext('2d');
  const texts: BurnedInText[] = [];
  const wanted = random.integer(6, 14);
  for (let attempt = 0; attempt < ATTEMPTS && texts.length < wanted; attempt += 1) {
    const kind = random.chance(0.15)
      ? 'letter'
      : IDEOGRAPHIC.length > 0 && random.chance(0.06)
        ? 'cjk'
        : 'line';
    const phrase = phraseOf(kind, random);
    const family = random.pick(kind === 'cjk' ? IDEOGRAPHIC : FAMILIES);
    const size = random.integer(kind === 'line' ? 8 : 11, 40);
    const font = `${random.chance(0.3) ? 'bold ' : ''}${size}px "${family}"`;
    const style = styleOf(random);
    const [x, y] = [random.integer(10, width - 10), random.integer(10, height - 10)];
    if (!isInside(scratch, phrase.text, font, x, y, style)) continue;
    scratch.clearRect(0, 0, width, height);
    drawText(scratch, phrase.text, font, x, y, { ...style, outline: null });
    const { ink, box } = inkOf(scratch, width, height);
    if (!isFree(box, texts)) continue;
    const drawn = coloured(style, groundOf(background, ink), random);
    if (!isVisible(drawn, background, ink)) continue;
    drawText(context, phrase.text, font, x, y, drawn);
    texts.push({ ...phrase, box, ink, style: `${kind} ${style.name} ${size}px ${family}` });
  }

  if (random.chance(0.3)) {
    const jpeg = await loadImage(await canvas.encode('jpeg', random.integer(50, 90)));
    context.drawImage(jpeg, 0, 0);
  }
  const { data } = context.getImageData(0, 0, width, height);
  return { image: { rows: height, columns: width, samplesPerPixel: 4, pixels: data, invert: false }, texts };
};
