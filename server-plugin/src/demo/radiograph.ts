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
  layer.identify(
    `${date.slice(6)}-${date.slice(4, 6)}-${date.slice(0, 4)} ${time.slice(0, 2)}:${time.slice(2, 4)}`,
    28,
    1208,
    PLATE_TEXT,
  );
  layer.label('L', 900, 1120, { font: 'Demo Sans Bold', sizePixels: 84, color: '#fafafa' });
  return layer;
};

const ICON_SIZE = 62;

/** The icon that a modality adds for lists: the name plate is readable in nothing but its dots. */
const iconOf = (values: Uint16Array): Attributes => {
  const step = ROWS / ICON_SIZE;
  const icon = Uint8Array.from({ length: ICON_SIZE * ICON_SIZE }, (_, at) => {
    const column = Math.round((at % ICON_SIZE) * step - (ROWS - COLUMNS) / 2);
    const row = Math.floor(at / ICON_SIZE) * step;
    const inside = column >= 0 && column < COLUMNS;
    return inside ? 255 - ((values[row * COLUMNS + column] ?? 0) >> 4) : 0;
  });
  return {
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: ICON_SIZE,
    Columns: ICON_SIZE,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    PixelData: bufferOf(icon),
    _vrMap: { PixelData: 'OB' },
  };
};

/** A hand in MONOCHROME1, 12 bits stored in 16. */
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
    IconImageSequence: [iconOf(values)],
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
    PixelData: bufferOf(values),
    _vrMap: { PixelData: 'OW' },
  };
  yield {
    name: 'hand-radiograph.dcm',
    bytes: writeDicomFile(attributes),
    texts: layer.texts.map((text) => ({ ...text, frame: 'all' })),
  };
}
