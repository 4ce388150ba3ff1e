// What redaction costs in each Transfer Syntax, beside what the codec alone costs.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRESETS, resolveProfile } from '@pseudonymize-redact/core/deidentification';
import {
  MemorySource,
  readPart10,
  segmentOf,
  splice,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import {
  findPixelData,
  frameBits,
  imagePixelOf,
  losslessSyntaxOf,
  pixelFramesOf,
  type Frame,
  type FrameCodecs,
} from '@pseudonymize-redact/core/pixels';
import { nodeDeflate } from '../src/engine/nodeDeflate.ts';
import { deidentifyInstance, PIXELS_LEFT } from '../src/engine/deidentifyInstance.ts';
import { FileSource } from '../src/files/fileSource.ts';
import { writeSegments } from '../src/files/segmentWriter.ts';
import { keyedPseudonyms } from '../src/pseudonyms/keyedPseudonyms.ts';

const RUNS = 3;
const MEGABYTE = 1e6;
const REGION = { box: [10, 10, 400, 60] as [number, number, number, number], angleDegrees: 0 };

export interface PixelSpeed {
  /** Of uncompressed pixels. */
  readonly megabytes: number;
  /** Decoding and encoding each frame once; null where there is no codec. */
  readonly codecMs: number | null;
  /** From a file to a verified file. */
  readonly pathMs: number;
}

const PROJECT = {
  profile: resolveProfile(PRESETS['research-longitudinal']),
  pseudonyms: keyedPseudonyms(new Uint8Array(32), { defaultIssuer: '', patientNames: 'names' }),
};

const fastestMs = (work: () => void): number => {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
};

/** A file in another Transfer Syntax of the encapsulated kind. */
export const encapsulatedFile = (
  file: Part10File,
  transferSyntaxUID: string,
  encode: (frame: Frame) => Frame,
  codecs: FrameCodecs,
): Part10File => {
  const imagePixel = imagePixelOf(file);
  const element = findPixelData(file);
  if (element === undefined) throw new Error('no pixels');
  const frames = pixelFramesOf(file, imagePixel, codecs);
  const fragments = Array.from({ length: imagePixel.numberOfFrames }, (_, index) => {
    const { bytes } = encode(frames.decoded(index));
    const even = new Uint8Array(bytes.length + (bytes.length % 2));
    even.set(bytes);
    return [segmentOf(even)];
  });
  const value = { fragments: [[segmentOf(new Uint8Array())], ...fragments] };
  const meta = file.meta.elements.slice(1).map(({ tag, vr, valueStart, valueEnd }) => ({
    tag,
    vr,
    value:
      tag === 0x00020010
        ? new TextEncoder().encode(transferSyntaxUID)
        : [{ source: file.source, start: valueStart, end: valueEnd }],
  }));
  const dataset = {
    elements: new Map([[element, { action: 'replace' as const, value, vr: 'OB' as const }]]),
    insertions: new Map(),
    removedItems: new Set<never>(),
  };
  const folder = mkdtempSync(join(tmpdir(), 'bench-encode-'));
  const path = join(folder, 'encoded.dcm');
  writeSegments(splice(file, { dataset, meta }, nodeDeflate), path);
  const source = new FileSource(path);
  const bytes = source.read(0, source.size);
  source.close();
  rmSync(folder, { recursive: true });
  return readPart10(new MemorySource(bytes), nodeDeflate);
};

const codecMsOf = (file: Part10File, codecs: FrameCodecs): number | null => {
  const decoder = codecs.get(file.transferSyntax.uid);
  const encoder = codecs.get(losslessSyntaxOf(file.transferSyntax.uid));
  if (decoder === undefined || encoder === undefined) return null;
  const imagePixel = imagePixelOf(file);
  const frames = pixelFramesOf(file, imagePixel, codecs);
  return fastestMs(() => {
    for (let index = 0; index < imagePixel.numberOfFrames; index++) {
      const frame = decoder.decode({ imagePixel, bytes: frames.stored(index) });
      encoder.encode(frame, imagePixel);
    }
  });
};

/** One region on every frame. */
export const pixelSpeedOf = (file: Part10File, codecs: FrameCodecs): PixelSpeed => {
  const imagePixel = imagePixelOf(file);
  const folder = mkdtempSync(join(tmpdir(), 'bench-pixels-'));
  try {
    const path = join(folder, 'copy.dcm');
    const order = { ...PIXELS_LEFT, regions: [REGION] };
    const place = { scratchFolder: folder, pathOf: () => path };
    const pathMs = fastestMs(() => {
      deidentifyInstance(file.source, PROJECT, () => order, codecs, place);
    });
    if (statSync(path).size === 0) throw new Error('nothing was written');
    const megabytes = (imagePixel.numberOfFrames * frameBits(imagePixel)) / 8 / MEGABYTE;
    return { megabytes, codecMs: codecMsOf(file, codecs), pathMs };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
