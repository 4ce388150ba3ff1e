import type { ClassedText } from './classedText.ts';
import { isEqualInside, unseenPart, type Fingerprint } from './fingerprint.ts';
import type { PixelBox } from './detectedText.ts';
import type { Tile } from './tiles.ts';

/** A frame of a series that was searched, and all that was found in it. */
export interface SearchedImage {
  readonly fingerprint: Fingerprint;
  readonly texts: readonly ClassedText[];
}

/** Frames that new ones are compared with: the latest, as neighbours are most alike. */
const MOST_IMAGES = 64;

/** What the searched images of one series have shown, so that nothing of it is searched or read twice. */
export class SeriesMemory {
  #images: readonly SearchedImage[] = [];

  add(image: SearchedImage): void {
    this.#images = [...this.#images, image].slice(-MOST_IMAGES);
  }

  /**
   * The part of an image that no searched one shows at the same place, and with it all of a text that it touches: half a line
   * would be read as another one, or not be found. Null where there is none.
   */
  unseen(fingerprint: Fingerprint): Tile | null {
    const images = this.#images.map((image) => image.fingerprint);
    const part = unseenPart(fingerprint, images);
    const texts = this.#images.flatMap((image) => image.texts);
    return part === null ? null : aroundTexts(part, texts, fingerprint);
  }

  /** Texts of searched images whose pixels stand at the same place in this one. */
  confirmed(fingerprint: Fingerprint): readonly ClassedText[] {
    return sharedTexts(fingerprint, this.#images);
  }
}

type ImageSize = Pick<Fingerprint, 'columns' | 'rows'>;

/** Of the picture around a text, in pixels. */
const MARGIN = 16;

const touches = ({ x, y, width, height }: Tile, [x0, y0, x1, y1]: PixelBox): boolean =>
  x0 < x + width && x1 > x && y0 < y + height && y1 > y;

const grown = (
  { x, y, width, height }: Tile,
  [x0, y0, x1, y1]: PixelBox,
  { columns, rows }: ImageSize,
): Tile => {
  const left = Math.max(0, Math.min(x, Math.floor(x0) - MARGIN));
  const top = Math.max(0, Math.min(y, Math.floor(y0) - MARGIN));
  const right = Math.min(columns, Math.max(x + width, Math.ceil(x1) + MARGIN));
  const bottom = Math.min(rows, Math.max(y + height, Math.ceil(y1) + MARGIN));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** A part of an image, grown until it cuts no text. */
export const aroundTexts = (part: Tile, texts: readonly ClassedText[], size: ImageSize): Tile => {
  const [cut, others] = [
    texts.filter(({ box }) => touches(part, box)),
    texts.filter(({ box }) => !touches(part, box)),
  ];
  if (cut.length === 0) return part;
  const whole = cut.reduce((tile, { box }) => grown(tile, box, size), part);
  return aroundTexts(whole, others, size);
};

const isAmong = (texts: readonly ClassedText[], { box }: ClassedText): boolean =>
  texts.some((text) => text.box.every((edge, i) => edge === box[i]));

/** The texts of other images of a series that are proven to stand in this one, each once. */
export const sharedTexts = (
  fingerprint: Fingerprint,
  images: readonly SearchedImage[],
): readonly ClassedText[] => {
  const shared: ClassedText[] = [];
  for (const image of images) {
    for (const text of image.texts) {
      if (isEqualInside(fingerprint, image.fingerprint, text.box) && !isAmong(shared, text))
        shared.push(text);
    }
  }
  return shared;
};
