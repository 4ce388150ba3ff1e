// Small images with known texts, one for each way that PS3.3 section C.7.6.3 stores pixels: for tests of detection, of the viewer
// and of whole jobs.
import { annotationLayer } from '../../server-plugin/src/demo/annotationLayer.ts';
import type { BurnedInText, DemoInstance } from '../../server-plugin/src/demo/demoInstance.ts';
import { bufferOf, uidOf, writeDicomFile, type Attributes } from '../../server-plugin/src/demo/dicomFile.ts';
import { storedPixels, type ColorFrame } from './imagesStoredPixels.ts';

export const IMAGE_COLUMNS = 320;
export const IMAGE_ROWS = 200;

export type Photometric =
  'MONOCHROME1' | 'MONOCHROME2' | 'PALETTE COLOR' | 'RGB' | 'YBR_FULL' | 'YBR_FULL_422';

/** How cells are stored: 8 bits; 12 bits in 16; 16 bits, signed where monochrome. */
export type Bits = '8' | '12in16' | '16';

export interface ImageCell {
  readonly photometric: Photometric;
  readonly bits: Bits;
  readonly planar: 0 | 1;
  readonly frames: number;
  /** Row spacing, then column spacing, in millimetres (PS3.3 section 10.7.1.3). */
  readonly pixelSpacing: readonly [number, number];
}

export const IMAGE_PATIENT = { name: 'Sandoval^Imogen', id: 'QX-7720541' } as const;

const SQUARE = [0.5, 0.5] as const;
const ANISOTROPIC = [0.4, 0.2] as const;

/** Every valid combination: [photometric interpretation, bits, planar configuration]. */
const STORAGES: readonly (readonly [Photometric, Bits, 0 | 1])[] = [
  ['MONOCHROME1', '8', 0],
  ['MONOCHROME1', '12in16', 0],
  ['MONOCHROME1', '16', 0],
  ['MONOCHROME2', '8', 0],
  ['MONOCHROME2', '12in16', 0],
  ['MONOCHROME2', '16', 0],
  ['PALETTE COLOR', '8', 0],
  ['PALETTE COLOR', '16', 0],
  ['RGB', '8', 0],
  ['RGB', '8', 1],
  ['YBR_FULL', '8', 0],
  ['YBR_FULL', '8', 1],
  ['YBR_FULL_422', '8', 0],
];

export const IMAGE_CELLS: readonly ImageCell[] = STORAGES.flatMap(([photometric, bits, planar]) =>
  [1, 3].flatMap((frames) =>
    [SQUARE, ANISOTROPIC].map((pixelSpacing) => ({ photometric, bits, planar, frames, pixelSpacing })),
  ),
);

export const imageName = ({ photometric, bits, planar, frames, pixelSpacing }: ImageCell): string =>
  [
    photometric.toLowerCase().replace(/[ _]/g, '-'),
    bits,
    planar === 1 ? 'planes' : 'pixels',
    `${frames}f`,
    pixelSpacing[0] === pixelSpacing[1] ? 'square' : 'anisotropic',
  ].join('_');

interface DrawnFrame {
  readonly color: ColorFrame;
  readonly texts: readonly BurnedInText[];
}

/** A soft body on black with texts of which one names the frame. */
const drawFrame = (frame: number): DrawnFrame => {
  const layer = annotationLayer(IMAGE_COLUMNS, IMAGE_ROWS);
  const { context } = layer;
  context.fillStyle = '#000000';
  context.fillRect(0, 0, IMAGE_COLUMNS, IMAGE_ROWS);
  const body = context.createRadialGradient(165, 110, 10, 165, 110, 75);
  body.addColorStop(0, '#6a5a50');
  body.addColorStop(0.8, '#3c4148');
  body.addColorStop(1, '#000000');
  context.fillStyle = body;
  context.fillRect(0, 0, IMAGE_COLUMNS, IMAGE_ROWS);
  layer.identify('SANDOVAL, IMOGEN', 6, 20, { font: 'Demo Sans', sizePixels: 15, color: '#ffffff' });
  layer.identify(IMAGE_PATIENT.id, 314, 20, {
    font: 'Demo Mono',
    sizePixels: 14,
    color: '#ffe680',
    align: 'right',
  });
  layer.identify('17.08.2021', 118, 114, { font: 'Demo Sans', sizePixels: 16, color: '#ffffff' });
  layer.label('120 kV', 6, 190, { font: 'Demo Sans', sizePixels: 14, color: '#a0e0ff' });
  layer.label('R', 296, 190, { font: 'Demo Sans Bold', sizePixels: 24, color: '#ffffff' });
  const everywhere = layer.texts.length;
  layer.identify(`Visit ${frame * 1111}`, 214, 60 + 30 * frame, {
    font: 'Demo Sans',
    sizePixels: 14,
    color: '#ffffff',
  });
  return {
    color: { columns: IMAGE_COLUMNS, rows: IMAGE_ROWS, rgba: layer.pixels() },
    texts: layer.texts.map((text, index) => ({ ...text, frame: index < everywhere ? 'all' : frame })),
  };
};

const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const ULTRASOUND_MULTIFRAME = '1.2.840.10008.5.1.4.1.1.3.1';

/** A SOP Class that allows the cell, or comes nearest. */
const sopClassOf = ({ photometric, bits, frames }: ImageCell): string => {
  if (frames === 1) return SECONDARY_CAPTURE;
  if (photometric === 'PALETTE COLOR') return ULTRASOUND_MULTIFRAME;
  if (photometric.startsWith('MONOCHROME')) return `${SECONDARY_CAPTURE}.${bits === '8' ? 2 : 3}`;
  return `${SECONDARY_CAPTURE}.4`;
};

/**
 * One image, the same bytes every time: IMAGE_ROWS × IMAGE_COLUMNS, `frames` frames, Explicit VR Little Endian. Five texts stand on
 * every frame, and one more on each frame at a place of its own.
 *
 * @param study its name: images of one name are of one study
 */
export const syntheticImage = (cell: ImageCell, study = 'image'): DemoInstance => {
  const name = imageName(cell);
  const drawn = Array.from({ length: cell.frames }, (_, index) => drawFrame(index + 1));
  const { pixels, attributes } = storedPixels(
    drawn.map(({ color }) => color),
    cell,
  );
  const dataset: Attributes = {
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: sopClassOf(cell),
    SOPInstanceUID: uidOf(`${study} ${name}`),
    StudyInstanceUID: uidOf(`${study} study`),
    SeriesInstanceUID: uidOf(`${study} series ${name}`),
    PatientName: IMAGE_PATIENT.name,
    PatientID: IMAGE_PATIENT.id,
    PatientBirthDate: '19790203',
    PatientSex: 'F',
    StudyDate: '20210817',
    StudyTime: '101500',
    AccessionNumber: 'AC-90177',
    StudyID: '1',
    ReferringPhysicianName: 'Farrow^Edmund',
    Modality: 'OT',
    ConversionType: 'SYN',
    Manufacturer: 'Fictive Imaging',
    BodyPartExamined: 'CHEST',
    ImageType: ['DERIVED', 'SECONDARY'],
    SeriesNumber: 1,
    InstanceNumber: 1,
    PatientOrientation: '',
    NumberOfFrames: cell.frames,
    ...(cell.frames > 1 ? { FrameIncrementPointer: 0x00181063, FrameTime: 100 } : {}),
    PixelSpacing: cell.pixelSpacing,
    Rows: IMAGE_ROWS,
    Columns: IMAGE_COLUMNS,
    BurnedInAnnotation: 'YES',
    ...attributes,
    PixelData: bufferOf(pixels),
    _vrMap: { ...attributes['_vrMap'], PixelData: cell.bits === '8' ? 'OB' : 'OW' },
  };
  const [first] = drawn;
  return {
    name: `${name}.dcm`,
    bytes: writeDicomFile(dataset),
    texts: [
      ...(first?.texts.filter(({ frame }) => frame === 'all') ?? []),
      ...drawn.flatMap(({ texts }) => texts.filter(({ frame }) => frame !== 'all')),
    ],
  };
};
