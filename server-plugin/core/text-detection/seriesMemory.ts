import type { ClassedText } from './classedText.ts';
import { isEqualInside, unseenPart, type Fingerprint } from './fingerprint.ts';
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

  /** The part of an image that no searched one shows at the same place; null where there is none. */
  unseen(fingerprint: Fingerprint): Tile | null {
    return unseenPart(
      fingerprint,
      this.#images.map((image) => image.fingerprint),
    );
  }

  /** Texts of searched images whose pixels stand at the same place in this one. */
  confirmed(fingerprint: Fingerprint): readonly ClassedText[] {
    return sharedTexts(fingerprint, this.#images);
  }
}

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
