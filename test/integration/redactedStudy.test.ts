// A study of which pixels change, through the bridge: its event loop stays free, and what shows the old pixels elsewhere goes or follows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Job, ROUTES, type JobRequestInput } from '@pseudonymize-redact/core/contract';
import {
  find,
  numbersOf,
  TAG,
  textOf,
  DEFAULT_CHARACTER_SET,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import { imagePixelOf, StoredPixels } from '@pseudonymize-redact/core/pixels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { buildPart10, type SyntheticElement } from '../synthetic/buildPart10.ts';
import { image, imagePixelElements, nativeBytes, noise, parse } from '../synthetic/cellImage.ts';
import { codestreamImageBytes, COMPRESSED, compressedImageBytes } from '../synthetic/compressedImage.ts';

const [STUDY, SERIES, STATES] = ['2.25.7101', '2.25.7102', '2.25.7103'];
const [SLOW, MARKED, STATE] = ['2.25.7104', '2.25.7105', '2.25.7106'];
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const GREYSCALE_PRESENTATION_STATE = '1.2.840.10008.5.1.4.1.1.11.1';
/** So many that decoding and encoding them takes seconds on any machine. */
const SLOW_FRAMES = 4;
const OVERLAY_BIT = 2 ** 14;

const elementsOf = (sopClassUID: string, sopInstanceUID: string, series: string): SyntheticElement[] => [
  { tag: 0x00080016, vr: 'UI', value: sopClassUID },
  { tag: 0x00080018, vr: 'UI', value: sopInstanceUID },
  { tag: 0x00080060, vr: 'CS', value: 'OT' },
  { tag: 0x00100010, vr: 'PN', value: 'Example^Erin' },
  { tag: 0x00100020, vr: 'LO', value: 'EX-4711-23' },
  { tag: 0x0020000d, vr: 'UI', value: STUDY },
  { tag: 0x0020000e, vr: 'UI', value: series },
];

/** One frame of JPEG 2000, many times. */
const slowImage = async (): Promise<Uint8Array> => {
  const size = { rows: 512, columns: 512, bitsAllocated: 16, bitsStored: 12, highBit: 11 };
  const cells = [noise(512 * 512, 12)];
  const one = image({ ...size, frames: 1, cells, transferSyntaxUID: `${COMPRESSED}.90` });
  const { dataset, source } = parse(await compressedImageBytes(one));
  const fragment = find(dataset, TAG.PixelData)?.fragments?.[1];
  const codestream = source.read(fragment?.valueStart ?? 0, fragment?.end ?? 0);
  const elements = elementsOf(SECONDARY_CAPTURE, SLOW, SERIES);
  return codestreamImageBytes(
    { ...one, frames: SLOW_FRAMES, elements },
    Array.from({ length: SLOW_FRAMES }, () => codestream),
  );
};

/** 12 bits and an overlay plane above them, another plane of its own, an icon, and the extremes of its values. */
const markedImage = (): Uint8Array => {
  const { cells, ...pixels } = image({ bitsAllocated: 16, bitsStored: 12, highBit: 11 });
  const marked = cells.map((frame) => frame.map((cell) => (cell % 2 ** 12) + OVERLAY_BIT));
  const plane = (group: number): SyntheticElement[] => [
    { tag: group + 0x0010, vr: 'US', value: [pixels.rows] },
    { tag: group + 0x0011, vr: 'US', value: [pixels.columns] },
    { tag: group + 0x0040, vr: 'CS', value: 'G' },
    { tag: group + 0x0050, vr: 'SS', value: [1, 1] },
  ];
  return buildPart10({
    elements: [
      ...elementsOf(SECONDARY_CAPTURE, MARKED, SERIES),
      ...imagePixelElements(pixels),
      { tag: 0x00280106, vr: 'US', value: [1] },
      { tag: 0x00280107, vr: 'US', value: [4095] },
      { tag: 0x00880200, vr: 'SQ', value: { items: [[{ tag: 0x00280010, vr: 'US', value: [8] }]] } },
      ...plane(0x60000000),
      { tag: 0x60000100, vr: 'US', value: [16] },
      { tag: 0x60000102, vr: 'US', value: [14] },
      ...plane(0x60020000),
      { tag: 0x60023000, vr: 'OW', value: new Uint8Array(10).fill(255) },
      { tag: TAG.PixelData, vr: 'OW', value: nativeBytes(marked, 16) },
    ],
  });
};

const presentationState = (): Uint8Array => {
  const reference = [
    { tag: 0x00081150, vr: 'UI', value: SECONDARY_CAPTURE },
    { tag: 0x00081155, vr: 'UI', value: MARKED },
  ];
  const series = [
    { tag: 0x00081140, vr: 'SQ', value: { items: [reference] } },
    { tag: 0x0020000e, vr: 'UI', value: SERIES },
  ];
  const elements = [
    ...elementsOf(GREYSCALE_PRESENTATION_STATE, STATE, STATES),
    { tag: 0x00081115, vr: 'SQ', value: { items: [series] } },
    { tag: 0x60001001, vr: 'CS', value: 'LAYER1' },
  ];
  return buildPart10({ elements: elements.sort((a, b) => a.tag - b.tag) });
};

let folder: string;
let product: Product;
let answersMeanwhile = 0;
let copies: readonly Part10File[];

const post = async (request: JobRequestInput): Promise<Job> => {
  const answer = await fetch(product.address + ROUTES.jobs, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return Job.parse(await answer.json());
};

const text = (file: Part10File, dataset: Part10File['dataset'], tag: number): string => {
  const element = find(dataset, tag);
  return element === undefined ? '' : textOf(file.source, element, DEFAULT_CHARACTER_SET);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-study-'));
  product = await Product.start(folder, { DEMO_STUDIES: 'no' });
  for (const bytes of [await slowImage(), markedImage(), presentationState()])
    await product.orthanc.store(bytes);
  const box = [1, 1, 5, 5] as [number, number, number, number];
  let job = await post({
    studyInstanceUID: STUDY,
    regions: [SLOW, MARKED].map((sopInstanceUID) => ({ scope: { sopInstanceUID }, box })),
  });
  while (job.state !== 'completed') {
    expect(job.error).toBeNull();
    await product.get(ROUTES.health);
    job = Job.parse(await (await product.get(ROUTES.job.replace(':job', job.id))).json());
    if (job.state === 'active') answersMeanwhile++;
  }
  const study = await product.orthanc.findStudy(job.copy?.studyInstanceUID ?? '');
  const instances = await product.orthanc.instancesOf(study ?? '');
  copies = await Promise.all(
    instances.map(async ({ id }) => parse(new Uint8Array(await product.orthanc.file(id)))),
  );
});

afterAll(async () => {
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const copyOf = (isMeant: (file: Part10File) => boolean): Part10File => {
  const [copy, ...others] = copies.filter(isMeant);
  if (copy === undefined || others.length > 0) throw new Error('no such copy');
  return copy;
};
const marked = (): Part10File => copyOf((file) => find(file.dataset, TAG.PixelData)?.fragments === null);

describe('a study of which pixels change', () => {
  it('[PX-24] leaves the event loop free while codecs work', () => {
    // One answer before the codec's work and one after it, where they would have to wait for it.
    expect(answersMeanwhile).toBeGreaterThan(5);
    const slow = copyOf(({ transferSyntax }) => transferSyntax.uid === `${COMPRESSED}.90`);
    expect(imagePixelOf(slow)).toMatchObject({ numberOfFrames: SLOW_FRAMES, bitsStored: 12 });
  });

  it('[PX-09] [PX-23] has neither overlays, in pixels or beside them, nor icons', () => {
    const file = marked();
    const tags = file.dataset.elements.map(({ tag }) => tag);
    expect(tags.filter((tag) => tag >>> 24 === 0x60)).toEqual([]);
    expect(tags).not.toContain(0x00880200);
    const imagePixel = imagePixelOf(file);
    const element = find(file.dataset, TAG.PixelData);
    const bytes = file.source.read(element?.valueStart ?? 0, element?.valueEnd ?? 0);
    expect(new Uint16Array(bytes.slice().buffer).some((cell) => cell >= 2 ** 12)).toBe(false);
    expect(new StoredPixels(imagePixel, bytes).get(imagePixel.columns + 1, 0)).toBe(0);
  });

  it('[PX-10] tells the true extremes of the new pixels', () => {
    const file = marked();
    const valueOf = (tag: number): readonly number[] => {
      const element = find(file.dataset, tag);
      return element === undefined ? [] : numbersOf(file.source, element, file.dataset.encoding);
    };
    const element = find(file.dataset, TAG.PixelData);
    const cells = new Uint16Array(
      file.source.read(element?.valueStart ?? 0, element?.valueEnd ?? 0).slice().buffer,
    );
    expect(valueOf(0x00280106)).toEqual([Math.min(...cells)]);
    expect(valueOf(0x00280107)).toEqual([Math.max(...cells)]);
  });

  it('[PX-23] has a presentation state that refers to the new image', () => {
    const state = copyOf((file) => find(file.dataset, TAG.PixelData) === undefined);
    const series = find(state.dataset, 0x00081115)?.items?.[0]?.dataset;
    const reference = series && find(series, 0x00081140)?.items?.[0]?.dataset;
    if (reference === undefined) throw new Error('the reference is gone');
    expect(text(state, reference, 0x00081155)).toBe(text(marked(), marked().dataset, TAG.SOPInstanceUID));
    expect(state.dataset.elements.filter(({ tag }) => tag >>> 24 === 0x60)).toEqual([]);
  });
});
