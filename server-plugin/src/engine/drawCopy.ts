import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldText } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { readPart10, type ByteSource } from '@pseudonymize-redact/core/part10';
import type { FrameCodecs } from '@pseudonymize-redact/core/pixels';
import { drawTexts } from '../detection/drawTexts.ts';
import { frameImagesOf } from '../detection/frameImages.ts';
import { FileSource } from '../files/fileSource.ts';
import { deidentifyInstance, type EngineProject, type PixelOrder } from './deidentifyInstance.ts';
import type { ProjectChoice } from './engine.ts';
import { nodeDeflate } from './nodeDeflate.ts';

/** One frame of a copy that is not kept, and what is to be pointed at on it. */
export interface PictureRequest extends PixelOrder, ProjectChoice {
  /** For the copy, while it is drawn. */
  readonly scratchFolder: string;
  /** 1-based. */
  readonly frame: number;
  readonly texts: readonly HeldText[];
}

/**
 * Makes the copy once more and draws one of its frames as PNG, boxes around the texts that the frame may show.
 *
 * @throws CodedError as `deidentifyInstance`; PIXELS_FRAME_OUTSIDE
 */
export const drawCopy = async (
  source: ByteSource,
  project: EngineProject,
  request: PictureRequest,
  codecs: FrameCodecs,
): Promise<Uint8Array> => {
  const { scratchFolder, frame, texts } = request;
  const path = join(scratchFolder, `${randomUUID()}.dcm`);
  const place = { scratchFolder, pathOf: () => path };
  try {
    deidentifyInstance(source, project, () => request, codecs, place);
    const copy = new FileSource(path);
    try {
      const { count, image } = frameImagesOf(readPart10(copy, nodeDeflate), codecs);
      if (frame > count) throw new CodedError('PIXELS_FRAME_OUTSIDE', `frame ${frame}`);
      const shown = texts.filter(({ frames }) => frames.first <= frame && frame <= frames.last);
      return await drawTexts(
        image(frame - 1),
        shown.map(({ box, class: textClass }) => ({ box, textClass, isDoubtful: false })),
      );
    } finally {
      copy.close();
    }
  } finally {
    rmSync(path, { force: true });
  }
};
