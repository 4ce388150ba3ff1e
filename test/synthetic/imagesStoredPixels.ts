// How the pixels of a coloured picture are stored in each photometric interpretation (PS3.3 section C.7.6.3.1.2), written plainly
// and sharing nothing with the core, so that the core can be tested with it.
import { bufferOf, type Attributes } from '../../server-plugin/src/demo/dicomFile.ts';
import type { ImageCell } from './images.ts';

/** 4 bytes a pixel, opaque. */
export interface ColorFrame {
  readonly columns: number;
  readonly rows: number;
  readonly rgba: Uint8ClampedArray;
}

export interface StoredImage {
  readonly pixels: Uint8Array | Uint16Array | Int16Array;
  /** Of the Image Pixel Module, the palette and the window; without Rows and Columns. */
  readonly attributes: Attributes & { readonly _vrMap?: Readonly<Record<string, string>> };
}

type Color = readonly [number, number, number];

const colorsOf = ({ rgba }: ColorFrame): readonly Color[] =>
  Array.from({ length: rgba.length / 4 }, (_, pixel) => [
    rgba[pixel * 4] ?? 0,
    rgba[pixel * 4 + 1] ?? 0,
    rgba[pixel * 4 + 2] ?? 0,
  ]);

const luminance = ([red, green, blue]: Color): number => 0.299 * red + 0.587 * green + 0.114 * blue;

/** YBR_FULL: full range, zero colour at 128. */
const toYbr = (color: Color): Color => {
  const [red, green, blue] = color;
  return [
    luminance(color),
    -0.1687 * red - 0.3313 * green + 0.5 * blue + 128,
    0.5 * red - 0.4187 * green - 0.0813 * blue + 128,
  ];
};

const bytesOf = (values: readonly number[]): Uint8Array => Uint8Array.from(new Uint8ClampedArray(values));

/** Two pixels share their colour: Y Y Cb Cr (PS3.3 section C.7.6.3.1.2, YBR_FULL_422). */
const halved = (colors: readonly Color[]): readonly number[] => {
  const values: number[] = [];
  for (let pixel = 0; pixel < colors.length; pixel += 2) {
    const [leftY, leftBlue, leftRed] = toYbr(colors[pixel] ?? [0, 0, 0]);
    const [rightY, rightBlue, rightRed] = toYbr(colors[pixel + 1] ?? [0, 0, 0]);
    values.push(leftY, rightY, (leftBlue + rightBlue) / 2, (leftRed + rightRed) / 2);
  }
  return values;
};

const colorFrame = (frame: ColorFrame, { photometric, planar }: ImageCell): readonly number[] => {
  const colors = colorsOf(frame);
  if (photometric === 'YBR_FULL_422') return halved(colors);
  const samples = photometric === 'RGB' ? colors : colors.map(toYbr);
  if (planar === 0) return samples.flat();
  return [0, 1, 2].flatMap((sample) => samples.map((color) => color[sample] ?? 0));
};

const bitAttributes = (allocated: 8 | 16, stored: number, signed: boolean): Attributes => ({
  BitsAllocated: allocated,
  BitsStored: stored,
  HighBit: stored - 1,
  PixelRepresentation: signed ? 1 : 0,
});

const PALETTE_ENTRIES = 256;
/** In 16 bits the palette begins at this stored value, lower ones show its first entry. */
const FIRST_MAPPED = 1000;

/** Black over brown to a yellowish white: the index is the brightness. */
const paletteCurve = (bend: number): ArrayBuffer =>
  bufferOf(
    Uint16Array.from({ length: PALETTE_ENTRIES }, (_, index) =>
      Math.round(65535 * (index / (PALETTE_ENTRIES - 1)) ** bend),
    ),
  );

const storedPalette = (brightness: readonly number[], { bits }: ImageCell): StoredImage => {
  const first = bits === '8' ? 0 : FIRST_MAPPED;
  const descriptor = [PALETTE_ENTRIES, first, 16];
  const indices = brightness.map((value) => Math.round(value) + first);
  return {
    pixels: bits === '8' ? Uint8Array.from(indices) : Uint16Array.from(indices),
    attributes: {
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'PALETTE COLOR',
      ...(bits === '8' ? bitAttributes(8, 8, false) : bitAttributes(16, 16, false)),
      RedPaletteColorLookupTableDescriptor: descriptor,
      GreenPaletteColorLookupTableDescriptor: descriptor,
      BluePaletteColorLookupTableDescriptor: descriptor,
      RedPaletteColorLookupTableData: paletteCurve(0.8),
      GreenPaletteColorLookupTableData: paletteCurve(1),
      BluePaletteColorLookupTableData: paletteCurve(1.4),
      _vrMap: {
        RedPaletteColorLookupTableDescriptor: 'US',
        GreenPaletteColorLookupTableDescriptor: 'US',
        BluePaletteColorLookupTableDescriptor: 'US',
        RedPaletteColorLookupTableData: 'OW',
        GreenPaletteColorLookupTableData: 'OW',
        BluePaletteColorLookupTableData: 'OW',
      },
    },
  };
};

/** Stored values of black and white, were it MONOCHROME2. */
const RANGES = { '8': [0, 255], '12in16': [0, 4095], '16': [-1000, 2000] } as const;

/** A multi-frame Secondary Capture in MONOCHROME2 must say it (PS3.3 section A.8.4.4). */
const PRESENTATION: Attributes = {
  RescaleIntercept: 0,
  RescaleSlope: 1,
  RescaleType: 'US',
  PresentationLUTShape: 'IDENTITY',
};

const storedMonochrome = (brightness: readonly number[], { photometric, bits }: ImageCell): StoredImage => {
  const [low, high] = RANGES[bits];
  const values = brightness.map((value) => {
    const shown = photometric === 'MONOCHROME1' ? 255 - value : value;
    return Math.round(low + ((high - low) * shown) / 255);
  });
  const stored = {
    '8': [Uint8Array, bitAttributes(8, 8, false)],
    '12in16': [Uint16Array, bitAttributes(16, 12, false)],
    '16': [Int16Array, bitAttributes(16, 16, true)],
  } as const;
  const [ArrayType, attributes] = stored[bits];
  return {
    pixels: ArrayType.from(values),
    attributes: {
      SamplesPerPixel: 1,
      PhotometricInterpretation: photometric,
      ...attributes,
      WindowCenter: (low + high + 1) / 2,
      WindowWidth: high - low + 1,
      ...(photometric === 'MONOCHROME2' ? PRESENTATION : {}),
    },
  };
};

/** Stores the frames one after the other. */
export const storedPixels = (frames: readonly ColorFrame[], cell: ImageCell): StoredImage => {
  const { photometric } = cell;
  if (photometric === 'PALETTE COLOR' || photometric.startsWith('MONOCHROME')) {
    const brightness = frames.flatMap((frame) => colorsOf(frame).map(luminance));
    return photometric === 'PALETTE COLOR'
      ? storedPalette(brightness, cell)
      : storedMonochrome(brightness, cell);
  }
  return {
    pixels: bytesOf(frames.flatMap((frame) => colorFrame(frame, cell))),
    attributes: {
      SamplesPerPixel: 3,
      PhotometricInterpretation: photometric,
      PlanarConfiguration: cell.planar,
      ...bitAttributes(8, 8, false),
    },
  };
};
