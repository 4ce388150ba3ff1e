import { imagePixelOf, type FrameCodecs } from '@pseudonymize-redact/core/pixels';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFrameCodecs } from '../../server-plugin/src/codecs/frameCodecs.ts';
import { describeWithSharedData, sharedPath } from '../sharedData.ts';
import { SHARED_FOLDER_PRESENT } from '../sharedFolder.ts';
import { parse } from '../synthetic/cellImage.ts';
import { redactedBytes } from '../synthetic/redactedFile.ts';
import { HAS_DCMTK, HAS_GDCM, HAS_OPENJPEG, independentDecodersOf } from './independentDecoders.ts';
import { FRAGMENTED_CELLS } from './fragmentedCells.ts';
import {
  COMPRESSED_CELLS,
  DCMTK_CELLS,
  DEEP_COLOUR_CELLS,
  JPEG_2000_CELLS,
  NATIVE_CELLS,
  type PixelCell,
} from './pixelCells.ts';
import { compareWithReadme, type MatrixEntry } from './pixelMatrix.ts';
import { expectRedactable } from './redactable.ts';

const FOLDERS = ['transfer-syntaxes', 'structure'];

/** What cannot be redacted, and why: never by accident. */
const REFUSED: Readonly<Record<string, string>> = {
  'ExplVR_LitEndNoMeta.dcm': 'PART10_NOT_DICOM',
  'MR_truncated.dcm': 'PART10_TRUNCATED',
  'UN_sequence.dcm': 'PIXELS_ABSENT',
  'badVR.dcm': 'PART10_MALFORMED',
  'encap_bot.dcm': 'PIXELS_ATTRIBUTE_INVALID',
  'encap_nobot.dcm': 'PIXELS_ATTRIBUTE_INVALID',
  'oddlen.dcm': 'PIXELS_ATTRIBUTE_INVALID',
  'long_ds.dcm': 'PIXELS_ABSENT',
  'reportsi.dcm': 'PIXELS_ABSENT',
  'rtplan.dcm': 'PIXELS_ABSENT',
  'waveform_ecg.dcm': 'PIXELS_ABSENT',
  // The codestream holds the bytes of a Sequence Delimitation Item where its header belongs.
  'JPEG2000-embedded-sequence-delimiter.dcm': 'PIXELS_CODEC_FAILED',
};

const matrix: MatrixEntry[] = [];
let codecs: FrameCodecs;
beforeAll(async () => {
  codecs = await loadFrameCodecs();
});

describeWithSharedData('pixel redaction of real files', () => {
  const names = SHARED_FOLDER_PRESENT
    ? FOLDERS.flatMap((folder) =>
        readdirSync(sharedPath('data', 'dicom', folder))
          .filter((name) => name.endsWith('.dcm'))
          .map((name) => [folder, name] as const),
      )
    : [];

  for (const [folder, name] of names) {
    const read = (): Uint8Array => new Uint8Array(readFileSync(sharedPath('data', 'dicom', folder, name)));
    const code = REFUSED[name];
    if (code === undefined) {
      it(`[PX-01] [PX-02] [PX-13] ${folder}/${name}`, () => {
        const bytes = read();
        const entry = expectRedactable(bytes, codecs);
        expect(entry !== null).toBe(independentDecodersOf(parse(bytes).transferSyntax.uid).length > 0);
        if (entry !== null) matrix.push(entry);
      });
    } else {
      it(`[PX-15] refuses ${folder}/${name}: ${code}`, () => {
        expect(() =>
          redactedBytes(parse(read()), [{ box: [0, 0, 1, 1], angleDegrees: 0 }], { codecs }),
        ).toThrow(expect.objectContaining({ code }));
      });
    }
  }
});

const KINDS: readonly (readonly [string, boolean, readonly PixelCell[]])[] = [
  ['of cells that no real file fills', HAS_DCMTK, NATIVE_CELLS],
  ['of what dcmtk encodes', HAS_DCMTK, DCMTK_CELLS],
  ['of compressed cells', HAS_DCMTK && HAS_GDCM && HAS_OPENJPEG, COMPRESSED_CELLS],
  ['of colour in HTJ2K', HAS_OPENJPEG, DEEP_COLOUR_CELLS],
  ['of what OpenJPEG encodes', HAS_GDCM && HAS_OPENJPEG, JPEG_2000_CELLS],
  ['of frames in fragments', HAS_DCMTK && HAS_GDCM, FRAGMENTED_CELLS],
];
describe.for(KINDS)('pixel redaction %s', ([, canCompare, cells]) => {
  it.skipIf(!canCompare).for(cells)('[PX-01] [PX-02] [PX-11] [PX-13] %s', async ([, make]) => {
    const bytes = await make();
    const entry = expectRedactable(bytes, codecs);
    expect(entry).toMatchObject({ imagePixel: imagePixelOf(parse(bytes)) });
    if (entry !== null) matrix.push(entry);
  });
});

describe.skipIf(!SHARED_FOLDER_PRESENT || !HAS_DCMTK || !HAS_GDCM || !HAS_OPENJPEG)('the README', () => {
  it('[PX-02] shows the matrix of what was redacted (UPDATE_PIXEL_MATRIX=yes writes it)', () => {
    const { expected, shown } = compareWithReadme(matrix);
    expect(shown).toBe(expected);
  });
});
