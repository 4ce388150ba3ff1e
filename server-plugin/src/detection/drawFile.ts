import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPart10 } from '@pseudonymize-redact/core/part10';
import { loadFrameCodecs } from '../codecs/frameCodecs.ts';
import { nodeDeflate } from '../engine/nodeDeflate.ts';
import { FileSource } from '../files/fileSource.ts';
import { drawTexts } from './drawTexts.ts';
import { frameImagesOf } from './frameImages.ts';
import type { InstanceTexts } from './searchInstance.ts';

/** The path in one name: files of several folders are often called the same. */
const nameOf = (path: string): string => path.replace(/^[./\\]+/, '').replaceAll(/[/\\:]/g, '_');

/** Writes a picture of every searched frame, at least of the first, into the folder, the boxes drawn in the colours of their classes. */
export const drawFile = async (
  {
    path,
    texts: { texts, frames, searchedFrames },
  }: { readonly path: string; readonly texts: InstanceTexts },
  folder: string,
): Promise<void> => {
  if (frames === 0) return;
  const source = new FileSource(path);
  try {
    const { image } = frameImagesOf(readPart10(source, nodeDeflate), await loadFrameCodecs());
    for (const frame of searchedFrames.length === 0 ? [1] : searchedFrames) {
      const picture = await drawTexts(image(frame - 1), texts);
      await writeFile(join(folder, `${nameOf(path)}-${frame}.png`), picture);
    }
  } finally {
    source.close();
  }
};
