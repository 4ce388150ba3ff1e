import type { PixelBox, SourceImage } from '@pseudonymize-redact/core/text-detection';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemorySource, readPart10 } from '@pseudonymize-redact/core/part10';
import type { FrameCodecs } from '@pseudonymize-redact/core/pixels';
import { SHARED_FOLDER } from '../../test/sharedFolder.ts';
import { textImage } from '../../test/synthetic/textImages/textImage.ts';
import { loadFrameCodecs } from '../src/codecs/frameCodecs.ts';
import { frameImagesOf } from '../src/detection/frameImages.ts';
import { nodeDeflate } from '../src/engine/nodeDeflate.ts';
import { inkInside } from './ink.ts';

/** A text that is known to be in an image. */
export interface KnownText {
  readonly text: string;
  readonly isIdentifying: boolean;
  readonly box: PixelBox;
  /** Row × Columns + column of its ink. */
  readonly ink: readonly number[];
}

export interface KnownImage {
  readonly name: string;
  readonly image: SourceImage;
  readonly texts: readonly KnownText[];
}

interface GroundTruth {
  readonly images: readonly {
    readonly file: string;
    readonly frame: number;
    readonly boxes: readonly { readonly box: PixelBox; readonly text: string; readonly phi: boolean }[];
  }[];
}

const DICOM_FOLDER = join(SHARED_FOLDER, 'data', 'dicom');

const frameOf = (path: string, frame: number, codecs: FrameCodecs): SourceImage =>
  frameImagesOf(readPart10(new MemorySource(readFileSync(path)), nodeDeflate), codecs).image(frame - 1);

/** Real images with burned-in text; none where the shared folder is not there. */
export async function* realImages(): AsyncGenerator<KnownImage> {
  const folder = join(DICOM_FOLDER, 'burned-in');
  if (!existsSync(folder)) return;
  const codecs = await loadFrameCodecs();
  const { images } = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as GroundTruth;
  for (const { file, frame, boxes } of images) {
    const image = frameOf(join(folder, file), frame, codecs);
    const texts = boxes.map(({ box, text, phi }) => ({
      text,
      isIdentifying: phi,
      box,
      ink: inkInside(image, box),
    }));
    yield { name: `${file} ${frame}`, image, texts };
  }
}

/** Real images without text: the first frame of each file. */
export async function* cleanImages(): AsyncGenerator<KnownImage> {
  const folder = join(DICOM_FOLDER, 'clean');
  if (!existsSync(folder)) return;
  const codecs = await loadFrameCodecs();
  for (const file of readdirSync(folder)) {
    yield { name: file, image: frameOf(join(folder, file), 1, codecs), texts: [] };
  }
}

/** Pictures that the project renders itself, from `seed` on. */
export async function* syntheticImages(seed: number, count: number): AsyncGenerator<KnownImage> {
  for (let i = seed; i < seed + count; i += 1) yield { name: `seed ${i}`, ...(await textImage(i)) };
}
