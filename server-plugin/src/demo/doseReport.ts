import { annotationLayer, burnIntoColor, type AnnotationLayer, type TextStyle } from './annotationLayer.ts';
import { CHEST_CT_STUDY } from './computedTomographyStudies.ts';
import type { DemoInstance } from './demoInstance.ts';
import { bufferOf, writeDicomFile, type Attributes } from './dicomFile.ts';
import { HOSPITAL } from './people.ts';
import { shownDate, shownTime } from './shownDate.ts';
import { headerOf, type DemoSeries, type DemoStudy } from './studyHeader.ts';

const SECONDARY_CAPTURE_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.7';

const COLUMNS = 1024;
const ROWS = 640;

const SERIES: DemoSeries = {
  number: 99,
  modality: 'OT',
  description: 'Dose report',
  operator: 'Merriweather^Tobias',
  equipment: {
    ConversionType: 'WSD',
    SecondaryCaptureDeviceManufacturer: 'Fictive Imaging',
    SecondaryCaptureDeviceManufacturerModelName: 'Console 64',
    Manufacturer: 'Fictive Imaging',
    StationName: 'FH-CT-1',
  },
};

const TEXT: TextStyle = { font: 'Demo Sans', sizePixels: 16, color: '#e6ebf0' };
const HEADING: TextStyle = { font: 'Demo Sans Bold', sizePixels: 15, color: '#9fc3e8' };
const NUMBER: TextStyle = { font: 'Demo Mono', sizePixels: 16, color: '#e6ebf0' };

/** Series, what, from-to in millimetres, tube voltage and current, dose index in mGy, dose-length product in mGy·cm. */
const SCANS = [
  ['1', 'Scout PA', 'S20.0-I180.0', '120', '20', '0.06', '1.9'],
  ['1', 'Scout LAT', 'S20.0-I180.0', '120', '40', '0.11', '3.4'],
  ['2', 'Bolus tracking', 'I42.0-I42.0', '120', '30', '3.18', '1.6'],
  ['2', 'Thorax 5 mm', 'S12.0-I168.0', '120', '210', '6.82', '153.7'],
] as const;

const COLUMN_STARTS = [40, 120, 310, 500, 590, 700, 860] as const;
const COLUMN_TITLES = ['Series', 'Scan', 'Range (mm)', 'kV', 'mA', 'CTDIvol (mGy)', 'DLP (mGy.cm)'] as const;
const TABLE_TOP = 236;
const ROW_HEIGHT = 36;

const drawBanner = (layer: AnnotationLayer, { patient, date, time, accessionNumber }: DemoStudy): void => {
  const { context } = layer;
  context.fillStyle = '#20476f';
  context.fillRect(0, 0, COLUMNS, 112);
  context.fillStyle = '#c9d6e2';
  context.fillRect(0, 112, COLUMNS, 2);
  layer.identify(patient.shownName, 24, 36, { ...TEXT, font: 'Demo Sans Bold', sizePixels: 22 });
  layer.identify(`ID ${patient.id}`, 24, 66, TEXT);
  layer.identify(`Born ${shownDate(patient.birthDate, '.')}   Sex ${patient.sex}`, 24, 94, TEXT);
  layer.identify(HOSPITAL, 1000, 36, { ...TEXT, align: 'right' });
  layer.identify(`Accession ${accessionNumber}`, 1000, 66, { ...TEXT, align: 'right' });
  layer.identify(`${shownDate(date, '.')}  ${shownTime(time, 2)}`, 1000, 94, { ...TEXT, align: 'right' });
};

const drawTable = (layer: AnnotationLayer): void => {
  const { context } = layer;
  layer.label('Patient Dose Report', 40, 170, { ...TEXT, font: 'Demo Sans Bold', sizePixels: 20 });
  COLUMN_TITLES.forEach((title, column) =>
    layer.label(title, COLUMN_STARTS[column] ?? 0, TABLE_TOP - 12, HEADING),
  );
  SCANS.forEach((scan, row) => {
    const top = TABLE_TOP + row * ROW_HEIGHT;
    context.fillStyle = row % 2 === 0 ? '#15202b' : '#0c141c';
    context.fillRect(24, top, COLUMNS - 48, ROW_HEIGHT);
    scan.forEach((cell, column) =>
      layer.label(cell, COLUMN_STARTS[column] ?? 0, top + 24, column === 1 ? TEXT : NUMBER),
    );
  });
  const bottom = TABLE_TOP + SCANS.length * ROW_HEIGHT;
  context.fillStyle = '#9fc3e8';
  context.fillRect(24, bottom + 4, COLUMNS - 48, 1);
  layer.label('Total exam DLP', 590, bottom + 34, HEADING);
  layer.label('160.6', 860, bottom + 34, NUMBER);
  layer.label('Phantom: body 32 cm', 40, bottom + 34, TEXT);
};

const drawFooter = (layer: AnnotationLayer): void => {
  layer.identify('Referring: Dr M. Thistlewood', 40, 500, TEXT);
  layer.identify('Performed by: T. Merriweather', 40, 530, TEXT);
  layer.identify('Remark: Mrs Larkspur asked for a copy on 3 May', 40, 560, TEXT);
  layer.label('1/1', 1000, 616, { ...TEXT, align: 'right' });
};

const ICON_STEP = 16;

/** The icon that the console adds for lists: one pixel in each square of ICON_STEP. */
const iconOf = (pixels: Uint8Array): Attributes => {
  const columns = COLUMNS / ICON_STEP;
  const rows = ROWS / ICON_STEP;
  const green = (at: number): number => {
    const column = (at % columns) * ICON_STEP;
    const row = Math.floor(at / columns) * ICON_STEP;
    return pixels[(row * COLUMNS + column) * 3 + 1] ?? 0;
  };
  return {
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: rows,
    Columns: columns,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    PixelData: bufferOf(Uint8Array.from({ length: rows * columns }, (_, at) => green(at))),
    _vrMap: { PixelData: 'OB' },
  };
};

/** A grab of the console's dose page, stored with the first CT scan. */
export function* doseReport(): Generator<DemoInstance> {
  const layer = annotationLayer(COLUMNS, ROWS);
  drawBanner(layer, CHEST_CT_STUDY);
  drawTable(layer);
  drawFooter(layer);
  const pixels = new Uint8Array(COLUMNS * ROWS * 3).fill(6);
  burnIntoColor(layer, pixels);
  const attributes: Attributes = {
    ...headerOf(CHEST_CT_STUDY, SERIES, SECONDARY_CAPTURE_IMAGE_STORAGE, 1),
    ImageType: ['DERIVED', 'SECONDARY', 'SCREEN SAVE'],
    BodyPartExamined: 'CHEST',
    PatientOrientation: '',
    DateOfSecondaryCapture: CHEST_CT_STUDY.date,
    TimeOfSecondaryCapture: '085211',
    ImageComments: 'Dose of Juniper Larkspur, sent to Dr Thistlewood',
    IconImageSequence: [iconOf(pixels)],
    SamplesPerPixel: 3,
    PhotometricInterpretation: 'RGB',
    PlanarConfiguration: 0,
    Rows: ROWS,
    Columns: COLUMNS,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    BurnedInAnnotation: 'YES',
    LossyImageCompression: '00',
    PixelData: bufferOf(pixels),
    _vrMap: { PixelData: 'OB' },
  };
  yield {
    name: 'chest-ct-dose-report.dcm',
    bytes: writeDicomFile(attributes),
    texts: layer.texts.map((text) => ({ ...text, frame: 'all' })),
  };
}
