import { createCanvas } from '@napi-rs/canvas';
import { renderings, type ClassedText, type SourceImage } from '@pseudonymize-redact/core/text-detection';

const COLOURS: Readonly<Record<ClassedText['textClass'], string>> = {
  identifying: '#ff3030',
  unknown: '#ffb000',
  harmless: '#30d060',
};

export type MarkedText = Pick<ClassedText, 'box' | 'textClass' | 'isDoubtful'>;

/** A PNG of the frame in the full range of its values, with the boxes drawn in the colour of their class. */
export const drawTexts = async (image: SourceImage, texts: readonly MarkedText[]): Promise<Uint8Array> => {
  const [picture] = renderings(image);
  const canvas = createCanvas(image.columns, image.rows);
  const context = canvas.getContext('2d');
  const target = context.createImageData(image.columns, image.rows);
  for (let pixel = 0; pixel < image.rows * image.columns; pixel += 1) {
    for (let c = 0; c < 3; c += 1) {
      const channel = picture.channels === 1 ? 0 : c;
      target.data[4 * pixel + c] = picture.data[pixel * picture.channels + channel] ?? 0;
    }
    target.data[4 * pixel + 3] = 255;
  }
  context.putImageData(target, 0, 0);
  for (const { box, textClass, isDoubtful } of texts) {
    const [x0, y0, x1, y1] = box;
    context.strokeStyle = COLOURS[textClass];
    context.setLineDash(isDoubtful ? [3, 3] : []);
    context.strokeRect(x0 + 0.5, y0 + 0.5, x1 - x0 - 1, y1 - y0 - 1);
  }
  return canvas.encode('png');
};
