import { codecOf, CORE_CODECS, type ImagePixel } from '@pseudonymize-redact/core/pixels';
import {
  annotationLayer,
  burnIntoMonochrome,
  type AnnotationLayer,
  type TextStyle,
} from './annotationLayer.ts';
import type { DemoInstance } from './demoInstance.ts';
import { bufferOf, writeDicomFile, type Attributes } from './dicomFile.ts';
import { handThickness } from './handPhantom.ts';
import { BASIL, HOSPITAL } from './people.ts';
import { seededRandom } from './random.ts';
import { shownDate, shownTime } from './shownDate.ts';
import { headerOf, type DemoSeries, type DemoStudy } from './studyHeader.ts';

const COMPUTED_RADIOGRAPHY_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.1';

const COLUMNS = 1000;
const ROWS = 1240;
const PIXEL_MILLIMETRES = 0.2;
const WHITE = 0;
const BLACK = 4095;

const STUDY: DemoStudy = {
  key: 'hand-radiograph',
  patient: BASIL,
  date: '20230506',
  time: '183207',
  accessionNumber: 'A2023-050688',
  description: 'Left hand, PA',
  reason: 'Fall from a ladder on 06 May 2023, fracture?',
};

const SERIES: DemoSeries = {
  number: 1,
  modality: 'CR',
  description: 'Hand PA',
  operator: 'Merriweather^Tobias',
  equipment: {
    Manufacturer: 'Fictive Imaging',
    ManufacturerModelName: 'Plate Reader 2',
    StationName: 'FH-CR-1',
    DeviceSerialNumber: 'PR2-0042',
    InstitutionalDepartmentName: 'Emergency radiology',
  },
};

/** Attenuation per millimetre. */
const BONE = 0.14;
const FLESH = 0.021;

/** Stored values: the more a ray was weakened, the lower, and the whiter in MONOCHROME1. */
const exposePlate = (): Uint16Array => {
  const { bone, flesh } = handThickness(COLUMNS, ROWS, PIXEL_MILLIMETRES);
  const random = seededRandom(506);
  return Uint16Array.from({ length: COLUMNS * ROWS }, (_, at) => {
    const weakening = (bone[at] ?? 0) * BONE + (flesh[at] ?? 0) * FLESH;
    // The beam is weaker toward the cathode's far end; the quantum noise grows where few quanta arrive.
    const background = 3950 - 0.16 * Math.floor(at / COLUMNS);
    const noise = random.gaussian() * 14 * Math.exp(weakening / 2);
    return Math.min(BLACK, Math.max(WHITE, Math.round(background - 1750 * weakening ** 0.65 + noise)));
  });
};

const PLATE_TEXT: TextStyle = { font: 'Demo Mono', sizePixels: 18, color: '#1c1c1c' };

/** The name plate that was flashed into a corner, and the lead marker of the side. */
const markings = (): AnnotationLayer => {
  const layer = annotationLayer(COLUMNS, ROWS);
  const { patient, date, time } = STUDY;
  layer.context.fillStyle = '#d4d4d4';
  layer.context.fillRect(14, 1096, 326, 130);
  layer.identify(patient.shownName, 28, 1124, { ...PLATE_TEXT, sizePixels: 21 });
  layer.identify(`${patient.id}  ${patient.sex}  ${patient.birthDate.slice(0, 4)}`, 28, 1152, PLATE_TEXT);
  layer.identify(HOSPITAL, 28, 1180, PLATE_TEXT);
  layer.identify(`${shownDate(date, '-')} ${shownTime(time, 2)}`, 28, 1208, PLATE_TEXT);
  layer.label('L', 900, 1120, { font: 'Demo Sans Bold', sizePixels: 84, color: '#fafafa' });
  return layer;
};

const RLE_LOSSLESS = '1.2.840.10008.1.2.5';

const IMAGE_PIXEL: ImagePixel = {
  rows: ROWS,
  columns: COLUMNS,
  numberOfFrames: 1,
  samplesPerPixel: 1,
  photometricInterpretation: 'MONOCHROME1',
  planarConfiguration: 0,
  bitsAllocated: 16,
  bitsStored: 12,
  highBit: 11,
  sampleType: 'unsigned',
};

const compressed = (values: Uint16Array): ArrayBuffer => {
  const frame = { imagePixel: IMAGE_PIXEL, bytes: new Uint8Array(bufferOf(values)) };
  return bufferOf(codecOf(CORE_CODECS, RLE_LOSSLESS).encode(frame, IMAGE_PIXEL).bytes);
};

/** A hand in MONOCHROME1, 12 bits stored in 16, compressed by run lengths. */
export function* radiographStudy(): Generator<DemoInstance> {
  const values = exposePlate();
  const layer = markings();
  burnIntoMonochrome(layer, values, [BLACK, WHITE]);
  const attributes: Attributes = {
    ...headerOf(STUDY, SERIES, COMPUTED_RADIOGRAPHY_IMAGE_STORAGE, 1),
    ImageType: ['ORIGINAL', 'PRIMARY'],
    BodyPartExamined: 'HAND',
    Laterality: 'L',
    ViewPosition: 'PA',
    PatientOrientation: ['R', 'H'],
    KVP: 50,
    ExposureTime: 20,
    XRayTubeCurrent: 160,
    PlateID: 'PL-7734',
    ImageComments: 'Mr Larkspur, seen by Dr Castellane on 6 May 2023',
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME1',
    Rows: ROWS,
    Columns: COLUMNS,
    ImagerPixelSpacing: [PIXEL_MILLIMETRES, PIXEL_MILLIMETRES],
    BitsAllocated: 16,
    BitsStored: 12,
    HighBit: 11,
    PixelRepresentation: 0,
    WindowCenter: 2100,
    WindowWidth: 4000,
    RescaleIntercept: 0,
    RescaleSlope: 1,
    RescaleType: 'US',
    BurnedInAnnotation: 'YES',
    LossyImageCompression: '00',
    PixelData: [compressed(values)],
    _vrMap: { PixelData: 'OB' },
  };
  yield {
    name: 'hand-radiograph.dcm',
    bytes: writeDicomFile(attributes, { transferSyntaxUID: RLE_LOSSLESS }),
    texts: layer.texts.map((text) => ({ ...text, frame: 'all' })),
  };
}
