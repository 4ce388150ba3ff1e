import {
  annotationLayer,
  burnIntoMonochrome,
  type AnnotationLayer,
  type TextStyle,
} from './annotationLayer.ts';
import { chestSlice, type ChestOptions } from './chestPhantom.ts';
import type { BurnedInText, DemoInstance } from './demoInstance.ts';
import { bufferOf, uidOf, writeDicomFile } from './dicomFile.ts';
import { HOSPITAL } from './people.ts';
import { grainTexture } from './random.ts';
import { shownDate } from './shownDate.ts';
import { paint } from './shapes.ts';
import { headerOf, studyUid, type DemoSeries, type DemoStudy } from './studyHeader.ts';

const CT_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.2';

const SIZE = 512;
const PIXEL_MILLIMETRES = 0.78125;
const RESCALE_INTERCEPT = -1024;
/** Outside of the field of view, as scanners of one make write it. */
const PADDING = -2000;

/** A series of one chest scan. */
export interface ChestScan extends ChestOptions {
  readonly study: DemoStudy;
  readonly series: DemoSeries;
  readonly slices: number;
  readonly spacingMillimetres: number;
  /** Instance Number of the slice with text in its corners, if any. */
  readonly annotatedSlice: number | null;
  readonly comments: string;
  readonly seed: number;
}

/** Standard deviation of the noise. */
const NOISE_HU = 13;

/** Stored values of one slice. `shift` moves the noise, so that no two slices share it. */
const sliceValues = (z: number, options: ChestOptions, noise: Float32Array, shift: number): Int16Array => {
  const densities = new Float32Array(SIZE * SIZE).fill(-1000);
  for (const shape of chestSlice(z, options))
    paint({ size: SIZE, pixelMillimetres: PIXEL_MILLIMETRES, densities }, shape);
  const values = new Int16Array(SIZE * SIZE);
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) {
      const at = row * SIZE + column;
      const outside = (column - SIZE / 2) ** 2 + (row - SIZE / 2) ** 2 > (SIZE / 2) ** 2;
      const grain = NOISE_HU * (noise[(at + shift) % noise.length] ?? 0);
      values[at] = outside
        ? PADDING
        : Math.max(0, Math.round((densities[at] ?? 0) + grain - RESCALE_INTERCEPT));
    }
  return values;
};

const CORNER: TextStyle = { font: 'Demo Mono', sizePixels: 12, color: '#ffffff' };
const RIGHT: TextStyle = { ...CORNER, align: 'right' };

/** Corner texts as a workstation burns them in when it exports its screen. */
const cornerTexts = ({ study }: ChestScan, instanceNumber: number, z: number): AnnotationLayer => {
  const layer = annotationLayer(SIZE, SIZE);
  const { patient, date } = study;
  layer.identify(patient.shownName, 8, 18, CORNER);
  layer.identify(patient.id, 8, 33, CORNER);
  layer.identify(`*${shownDate(patient.birthDate, '.')}, ${patient.sex}`, 8, 48, CORNER);
  layer.identify(HOSPITAL, 504, 18, RIGHT);
  layer.identify(shownDate(date, '.'), 504, 33, RIGHT);
  layer.identify(`Acc ${study.accessionNumber}`, 504, 48, RIGHT);
  layer.label(`Im ${instanceNumber}`, 8, 476, CORNER);
  layer.label(`SL ${z.toFixed(1)}`, 8, 491, CORNER);
  layer.label('120 kV  210 mA', 8, 506, CORNER);
  layer.label('W 400  C 40', 504, 506, RIGHT);
  layer.label('R', 8, 260, { ...CORNER, sizePixels: 16 });
  layer.label('L', 504, 260, { ...RIGHT, sizePixels: 16 });
  layer.label('A', 256, 18, { ...CORNER, sizePixels: 16, align: 'center' });
  layer.label('P', 256, 506, { ...CORNER, sizePixels: 16, align: 'center' });
  return layer;
};

/** Stored values of the ink: black of the window's lower end, and white above all tissue. */
const INK = [0, 3071] as const;

/** A series of signed 16-bit slices, from the diaphragm up. */
export function* chestScan(scan: ChestScan): Generator<DemoInstance> {
  const { study, series } = scan;
  const noise = grainTexture(SIZE, SIZE, scan.seed);
  for (let instanceNumber = 1; instanceNumber <= scan.slices; instanceNumber++) {
    const z = (instanceNumber - 1) * scan.spacingMillimetres;
    const values = sliceValues(z, scan, noise, instanceNumber * 7919);
    const annotated = instanceNumber === scan.annotatedSlice;
    const texts: BurnedInText[] = [];
    if (annotated) {
      const layer = cornerTexts(scan, instanceNumber, z);
      burnIntoMonochrome(layer, values, INK);
      texts.push(...layer.texts.map((text) => ({ ...text, frame: 'all' as const })));
    }
    const corner = (-SIZE / 2 + 0.5) * PIXEL_MILLIMETRES;
    const bytes = writeDicomFile({
      ...headerOf(study, series, CT_IMAGE_STORAGE, instanceNumber),
      ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
      ImageComments: scan.comments,
      BodyPartExamined: 'CHEST',
      PatientPosition: 'HFS',
      ProtocolName: 'Thorax with contrast',
      KVP: 120,
      XRayTubeCurrent: 210,
      ExposureTime: 500,
      SliceThickness: 5,
      ContrastBolusAgent: 'Fictive contrast 350',
      ConvolutionKernel: 'STANDARD',
      AcquisitionNumber: 1,
      FrameOfReferenceUID: uidOf(`${study.key} frame of reference`),
      PositionReferenceIndicator: '',
      ImagePositionPatient: [corner, corner, z],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      SliceLocation: z,
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      Rows: SIZE,
      Columns: SIZE,
      PixelSpacing: [PIXEL_MILLIMETRES, PIXEL_MILLIMETRES],
      BitsAllocated: 16,
      BitsStored: 16,
      HighBit: 15,
      PixelRepresentation: 1,
      PixelPaddingValue: PADDING,
      RescaleIntercept: RESCALE_INTERCEPT,
      RescaleSlope: 1,
      RescaleType: 'HU',
      WindowCenter: 40,
      WindowWidth: 400,
      BurnedInAnnotation: annotated ? 'YES' : 'NO',
      LossyImageCompression: '00',
      ReferencedStudySequence: [
        { ReferencedSOPClassUID: '1.2.840.10008.3.1.2.3.1', ReferencedSOPInstanceUID: studyUid(study) },
      ],
      PixelData: bufferOf(values),
      _vrMap: { PixelData: 'OW', PixelPaddingValue: 'SS' },
    });
    yield { name: `${study.key}-${String(instanceNumber).padStart(2, '0')}.dcm`, bytes, texts };
  }
}
