// `npm run bench:detection -- [--seed 1] [--images 40] [--verbose] [--browser]`: how much burned-in text is found, beside Tesseract in the same run.
import {
  detectTexts,
  type DetectedText,
  type PixelBox,
  type TextModels,
} from '@pseudonymize-redact/core/text-detection';
import { parseArgs } from 'node:util';
import { isMainThread, Worker } from 'node:worker_threads';
import { benchBrowser } from './browserDetection.ts';
import { benchClip } from './clip.ts';
import { cpuMsSince } from './cpuTime.ts';
import { SEARCH_THREAD_LIMITS } from '../src/detection/searchPool.ts';
import { openTextModels } from '../src/detection/textModels.ts';
import { DetectionScore, HEADING } from './detectionScore.ts';
import { cleanImages, realImages, syntheticImages, type KnownImage } from './detectionSets.ts';
import { hasTesseract, tesseractLines, type PageSegmentation } from './tesseract.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    images: { type: 'string', default: '40' },
    verbose: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
  },
});

const withTesseract = hasTesseract();

const boxesOf = (texts: readonly DetectedText[]): readonly PixelBox[] => texts.map(({ box }) => box);

/** The CPU time is that of the search alone: the score is reckoned afterwards. */
const detectBoth = async (
  models: TextModels,
  known: KnownImage,
  firstPass: DetectionScore,
  allPasses: DetectionScore,
): Promise<void> => {
  let [first, firstMs]: [readonly DetectedText[], number] = [[], 0];
  const start = process.cpuUsage();
  const texts = await detectTexts(known.image, models, {
    onFirstTexts: (found) => {
      [first, firstMs] = [found, cpuMsSince(start)];
    },
  });
  const milliseconds = cpuMsSince(start);
  firstPass.add(known, boxesOf(first), firstMs);
  allPasses.add(known, boxesOf(texts), milliseconds);
};

const score = async (models: TextModels, title: string, images: AsyncIterable<KnownImage>): Promise<void> => {
  const [firstPass, allPasses] = [new DetectionScore(), new DetectionScore()];
  const tesseract = new Map<PageSegmentation, DetectionScore>(
    withTesseract ? [[3, new DetectionScore()], [11, new DetectionScore()]] : [],
  ); // prettier-ignore
  // Before any is searched: what drawing or decompressing them leaves behind is collected on threads of the runtime.
  const all = await Array.fromAsync(images);
  // The first searches take longer, while the runtime compiles what they run: a bridge goes on for months.
  for (const { image } of all) await detectTexts(image, models);
  for (const known of all) {
    await detectBoth(models, known, firstPass, allPasses);
    if (values.verbose) {
      const single = new DetectionScore();
      await detectBoth(models, known, new DetectionScore(), single);
      console.log(single.line(known.name.slice(0, 25)));
    }
  }
  // Afterwards: to start a process makes the memory of this one slow to write for a while.
  for (const [pageSegmentation, sum] of tesseract) {
    for (const known of all) {
      const { boxes, milliseconds } = await tesseractLines(known.image, pageSegmentation);
      sum.add(known, boxes, milliseconds);
    }
  }
  console.log(`\n${title}: ${firstPass.images} images`);
  if (firstPass.images === 0) return;
  console.log(HEADING);
  console.log(firstPass.line('first pass'));
  console.log(allPasses.line('all passes, read'));
  for (const [pageSegmentation, sum] of tesseract) console.log(sum.line(`Tesseract psm ${pageSegmentation}`));
};

const bench = async (): Promise<void> => {
  const models = await openTextModels();
  console.log(
    'In percent but for the time: texts of several characters and single letters found (90 % of the box covered),',
  );
  console.log(
    'texts whose every ink pixel is covered, both for identifying texts, findings on text, area wrongly covered.',
  );
  if (!withTesseract) console.log('tesseract-ocr is not installed: no comparison.');
  await score(models, 'Real images with text', realImages());
  await score(models, 'Real images without text', cleanImages());
  await score(
    models,
    `Synthetic images from seed ${values.seed}`,
    syntheticImages(Number(values.seed), Number(values.images)),
  );
  await benchClip(models);
  if (values.browser) await benchBrowser();
};

/** As the bridge searches: in a thread of its own, with little room for young objects. */
if (isMainThread)
  new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), resourceLimits: SEARCH_THREAD_LIMITS });
else await bench();
