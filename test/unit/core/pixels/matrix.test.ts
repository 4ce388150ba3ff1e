import { find, TAG } from '@pseudonymize-redact/core/part10';
import { CORE_CODECS, pixelFramesOf, imagePixelOf, verifyRedaction } from '@pseudonymize-redact/core/pixels';
import { describe, expect, it } from 'vitest';
import {
  DEFLATED_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  RLE_LOSSLESS,
  type SyntheticElement,
} from '../../../synthetic/buildPart10.ts';
import { redactedFile } from '../../../synthetic/redactedFile.ts';
import {
  cellsOf,
  cellsPerFrame,
  image,
  imageBytes,
  parse,
  samplesOf,
  swapped,
} from '../../../synthetic/cellImage.ts';

const SYNTAXES = [
  ['explicit little', EXPLICIT_LITTLE_ENDIAN],
  ['implicit little', IMPLICIT_LITTLE_ENDIAN],
  ['explicit big', EXPLICIT_BIG_ENDIAN],
  ['deflated', DEFLATED_LITTLE_ENDIAN],
  ['RLE', RLE_LOSSLESS],
] as const;
const BITS = [
  [1, 1, 0],
  [8, 8, 7],
  [8, 6, 5],
  [16, 16, 15],
  [16, 12, 11],
  [16, 10, 12],
  [32, 32, 31],
] as const;
const PHOTOMETRIC = [
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_PARTIAL_422',
];

const palette: readonly SyntheticElement[] = [1, 2, 3].flatMap((colour) => [
  { tag: 0x00281100 + colour, vr: 'US', value: [4, 0, 16] },
  { tag: 0x00281200 + colour, vr: 'OW', value: [900, 300, 7, 60000] },
]);

const region = {
  box: [2, 1, 6, 4] as [number, number, number, number],
  angleDegrees: 0,
  frames: { first: 2, last: 2 },
};
const isInside = (pixel: number, columns: number): boolean => {
  const x = pixel % columns;
  const y = Math.floor(pixel / columns);
  return x >= 2 && x < 6 && y >= 1 && y < 4;
};

const pixelOfCell = (
  cell: number,
  { photometricInterpretation, planarConfiguration, rows, columns }: ReturnType<typeof image>,
): number => {
  if (photometricInterpretation.endsWith('422')) return Math.floor(cell / 4) * 2 + (cell % 4 === 1 ? 1 : 0);
  if (planarConfiguration === 1) return cell % (rows * columns);
  return Math.floor(cell / samplesOf(photometricInterpretation));
};

describe('pixel redaction by photometric interpretation × bits × sign × planes × syntax', () => {
  for (const [syntaxName, transferSyntaxUID] of SYNTAXES) {
    for (const photometricInterpretation of PHOTOMETRIC) {
      for (const [bitsAllocated, bitsStored, highBit] of BITS) {
        for (const pixelRepresentation of [0, 1] as const) {
          for (const planarConfiguration of [0, 1] as const) {
            const colour = samplesOf(photometricInterpretation) === 3;
            const subsampled = photometricInterpretation.endsWith('422');
            if (planarConfiguration === 1 && (!colour || subsampled)) continue;
            if (pixelRepresentation === 1 && (colour || bitsAllocated === 1)) continue;
            if (colour && (bitsAllocated === 1 || bitsAllocated === 32)) continue;
            if (transferSyntaxUID === RLE_LOSSLESS && (bitsAllocated === 1 || subsampled)) continue;
            const name = `${syntaxName} ${photometricInterpretation} ${bitsStored} of ${bitsAllocated}, high bit ${highBit}, sign ${pixelRepresentation}, planes ${planarConfiguration}`;
            it(`[PX-01] [PX-02] ${name}`, () => {
              const made = image({
                transferSyntaxUID,
                photometricInterpretation,
                bitsAllocated,
                bitsStored,
                highBit,
                pixelRepresentation,
                planarConfiguration,
                elements: photometricInterpretation === 'PALETTE COLOR' ? palette : [],
              });
              const original = parse(imageBytes(made));
              const redacted = redactedFile(original, [region]);
              verifyRedaction(original, redacted, [region], CORE_CODECS);

              const count = cellsPerFrame(made);
              const element = find(redacted.dataset, TAG.PixelData);
              let frames: number[][];
              if (transferSyntaxUID === RLE_LOSSLESS) {
                const read = pixelFramesOf(redacted, imagePixelOf(redacted), CORE_CODECS);
                frames = [0, 1].map((frame) => cellsOf(read.decoded(frame).bytes, bitsAllocated, count));
              } else {
                const value = redacted.source.read(element?.valueStart ?? 0, element?.valueEnd ?? 0);
                const bytes = transferSyntaxUID === EXPLICIT_BIG_ENDIAN ? swapped(value) : value;
                const all = cellsOf(bytes, bitsAllocated, count * 2);
                frames = [all.slice(0, count), all.slice(count)];
              }
              expect(frames[0]).toEqual(made.cells[0]);
              const inside = new Set<string>();
              frames[1]?.forEach((cell, index) => {
                const pixel = pixelOfCell(index, made);
                const plane =
                  planarConfiguration === 1
                    ? Math.floor(index / (made.rows * made.columns))
                    : index % (colour ? 3 : 1);
                if (isInside(pixel, made.columns))
                  inside.add(subsampled ? `${Math.max(1, index % 4)}: ${cell}` : `${plane}: ${cell}`);
                else expect(cell).toBe(made.cells[1]?.[index]);
              });
              expect(inside.size).toBe(colour ? 3 : 1);
            });
          }
        }
      }
    }
  }
});
