// The files that the engine is measured on, made here: nothing beside the checkout is needed.
import {
  concatenate,
  dictionaryEntry,
  encodeNumbers,
  encodeText,
  DEFAULT_CHARACTER_SET,
  MemorySource,
  NO_EDITS,
  readPart10,
  splice,
  tagOfKeyword,
  type ByteSource,
  type NewElement,
  type NewValue,
  type Segment,
} from '@pseudonymize-redact/core/part10';
import { nodeDeflate } from '../src/engine/nodeDeflate.ts';
import { writeSegments } from '../src/files/segmentWriter.ts';

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const ENCODING = { explicitVR: true, littleEndian: true } as const;
const CT_ROWS = 512;
const BYTES_PER_PIXEL = 2;

export const BENCH_STUDY = '2.25.100000000000000000000000000000000002';
export const BENCH_INSTANCE = '2.25.100000000000000000000000000000000001';
export const BENCH_SERIES = '2.25.100000000000000000000000000000000003';

/** The header of an ordinary CT slice; numbers are numbers, texts are texts. */
const CT_HEADER: Readonly<Record<string, string | readonly number[]>> = {
  SpecificCharacterSet: 'ISO_IR 100',
  ImageType: 'ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM5 SPI',
  InstanceCreationDate: '20240229',
  InstanceCreationTime: '101502.123000',
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.2',
  SOPInstanceUID: BENCH_INSTANCE,
  StudyDate: '20240229',
  SeriesDate: '20240229',
  AcquisitionDate: '20240229',
  ContentDate: '20240229',
  StudyTime: '101500',
  SeriesTime: '101501',
  AcquisitionTime: '101502',
  ContentTime: '101503',
  AccessionNumber: 'A1234567',
  Modality: 'CT',
  Manufacturer: 'SYNTHETIC',
  InstitutionName: 'Synthetic Hospital',
  InstitutionAddress: 'Synthetic Street 1, Sampletown',
  ReferringPhysicianName: 'Referrer^Rita',
  StationName: 'CT01',
  StudyDescription: 'CT Thorax',
  SeriesDescription: 'Thorax 1.0 B70f',
  InstitutionalDepartmentName: 'Radiology',
  PerformingPhysicianName: 'Performer^Paul',
  OperatorsName: 'Operator^Olga',
  ManufacturerModelName: 'Model 1',
  PatientName: 'Sample^Sam',
  PatientID: '1234567',
  PatientBirthDate: '19600101',
  PatientSex: 'F',
  PatientAge: '064Y',
  PatientSize: '1.7',
  PatientWeight: '70',
  BodyPartExamined: 'CHEST',
  SliceThickness: '1',
  KVP: '120',
  DataCollectionDiameter: '500',
  DeviceSerialNumber: '12345',
  SoftwareVersions: 'v1',
  ProtocolName: 'Thorax',
  ReconstructionDiameter: '350',
  DistanceSourceToDetector: '1040',
  DistanceSourceToPatient: '570',
  GantryDetectorTilt: '0',
  TableHeight: '150',
  RotationDirection: 'CW',
  ExposureTime: '500',
  XRayTubeCurrent: '200',
  Exposure: '100',
  FilterType: '0',
  GeneratorPower: '24',
  FocalSpots: '1.2',
  DateOfLastCalibration: '20240228',
  TimeOfLastCalibration: '080000',
  ConvolutionKernel: 'B70f',
  PatientPosition: 'HFS',
  StudyInstanceUID: BENCH_STUDY,
  SeriesInstanceUID: BENCH_SERIES,
  StudyID: '1',
  SeriesNumber: '2',
  AcquisitionNumber: '1',
  InstanceNumber: '42',
  ImagePositionPatient: '-175\\-175\\-42',
  ImageOrientationPatient: '1\\0\\0\\0\\1\\0',
  FrameOfReferenceUID: '2.25.100000000000000000000000000000000004',
  PositionReferenceIndicator: '',
  SliceLocation: '-42',
  ImageComments: 'none',
  SamplesPerPixel: [1],
  PhotometricInterpretation: 'MONOCHROME2',
  Rows: [CT_ROWS],
  Columns: [CT_ROWS],
  PixelSpacing: '0.68359375\\0.68359375',
  BitsAllocated: [16],
  BitsStored: [12],
  HighBit: [11],
  PixelRepresentation: [0],
  WindowCenter: '40',
  WindowWidth: '400',
  RescaleIntercept: '-1024',
  RescaleSlope: '1',
  RescaleType: 'HU',
  RequestingPhysician: 'Referrer^Rita',
  RequestedProcedureDescription: 'CT Thorax',
  PerformedProcedureStepStartDate: '20240229',
  PerformedProcedureStepStartTime: '101500',
};

const elementOf = (keyword: string, value: string | readonly number[]): NewElement => {
  const tag = tagOfKeyword(keyword);
  const vr = tag === undefined ? undefined : dictionaryEntry(tag)?.vr;
  if (tag === undefined || vr === undefined) throw new Error(`${keyword} is in no dictionary`);
  const bytes =
    typeof value === 'string'
      ? encodeText(value, DEFAULT_CHARACTER_SET, vr)
      : encodeNumbers(vr, value, ENCODING);
  return { tag, vr, value: bytes };
};

const sequenceOf = (keyword: string, items: readonly (readonly NewElement[])[]): NewElement => ({
  ...elementOf(keyword, ''),
  value: { items },
});

const reference = (sopInstanceUID: string): readonly NewElement[] => [
  elementOf('ReferencedSOPClassUID', '1.2.840.10008.5.1.4.1.1.2'),
  elementOf('ReferencedSOPInstanceUID', sopInstanceUID),
];

/** Of the picture: where every frame is another one. */
const MOVING = { from: 0.15, to: 0.85 } as const;
/** As dark as the speckle of ultrasound beside what is white: outside of the displayed window, too. */
const MOVING_LEVELS = 860;
const WHITE = { fromRow: 480, value: 4000 } as const;

const isMoving = (place: number): boolean => place >= MOVING.from * CT_ROWS && place < MOVING.to * CT_ROWS;

/** Frames with a square of which every pixel is another one in each, above a white bar; they cost no memory: each range is made when it is read. */
const pixelsOf = (size: number): ByteSource => ({
  size,
  read: (start, end) => {
    const first = Math.floor(start / BYTES_PER_PIXEL);
    const values = new Uint16Array(Math.ceil(end / BYTES_PER_PIXEL) - first);
    for (let i = 0; i < values.length; i += 1) {
      const pixel = first + i;
      const [x, y] = [pixel % CT_ROWS, Math.floor(pixel / CT_ROWS) % CT_ROWS];
      if (y >= WHITE.fromRow) values[i] = WHITE.value;
      if (!isMoving(x) || !isMoving(y)) continue;
      const hash = Math.imul(pixel ^ (pixel >>> 15), 0x2c1b3c6d);
      values[i] = ((hash ^ (hash >>> 12)) >>> 0) % MOVING_LEVELS;
    }
    const offset = start - first * BYTES_PER_PIXEL;
    return new Uint8Array(values.buffer, offset, end - start);
  },
});

/** A file without a dataset, for the splicer to fill. */
const emptyFile = (): Uint8Array => {
  const header = Uint8Array.of(2, 0, 0x10, 0, 0x55, 0x49, 20, 0);
  return Buffer.concat([
    new Uint8Array(128),
    Buffer.from('DICM'),
    header,
    Buffer.from(`${EXPLICIT_LITTLE_ENDIAN}\0`),
  ]);
};

type Header = Readonly<Record<string, string | readonly number[]>>;

const benchFile = (header: Header, frames: number, pixels: ByteSource): readonly Segment[] => {
  const pixelValue: NewValue = [{ source: pixels, start: 0, end: pixels.size }];
  const elements = [
    ...Object.entries(header).map(([keyword, value]) => elementOf(keyword, value)),
    elementOf('NumberOfFrames', String(frames)),
    sequenceOf('ReferencedImageSequence', [reference('2.25.5'), reference('2.25.6')]),
    sequenceOf('SourceImageSequence', [reference('2.25.7')]),
    { ...elementOf('PixelData', ''), value: pixelValue },
  ];
  const file = readPart10(new MemorySource(emptyFile()), nodeDeflate);
  const dataset = { ...NO_EDITS, insertions: new Map([[file.dataset, elements]]) };
  const meta = [
    elementOf('MediaStorageSOPClassUID', '1.2.840.10008.5.1.4.1.1.2'),
    elementOf('MediaStorageSOPInstanceUID', BENCH_INSTANCE),
    elementOf('TransferSyntaxUID', EXPLICIT_LITTLE_ENDIAN),
  ];
  return splice(file, { dataset, meta }, nodeDeflate);
};

/** Writes an object of so many frames of 512 × 512 16-bit pixels: 0.5 MB a frame. */
export const writeBenchFile = (path: string, frames: number): void => {
  const pixels = pixelsOf(frames * CT_ROWS * CT_ROWS * BYTES_PER_PIXEL);
  writeSegments(benchFile(CT_HEADER, frames, pixels), path);
};

const RGB_HEADER: Header = {
  ...CT_HEADER,
  SamplesPerPixel: [3],
  PhotometricInterpretation: 'RGB',
  PlanarConfiguration: [0],
  BitsAllocated: [8],
  BitsStored: [8],
  HighBit: [7],
};
const PIXEL_FRAMES = 8;

/** Soft shapes with noise of some bits, as codecs meet them; the same numbers every time. */
const shaded = (count: number, samples: number, largest: number): Uint16Array => {
  let state = 1;
  return Uint16Array.from({ length: count }, (_, index) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const pixel = Math.floor(index / samples);
    const [x, y] = [pixel % CT_ROWS, Math.floor(pixel / CT_ROWS) % CT_ROWS];
    const shape = 0.5 + 0.3 * Math.sin(x / 40) * Math.cos(y / 55) + (0.15 * (index % samples)) / samples;
    return Math.floor((shape + (0.02 * (state >>> 16)) / 0xffff) * largest);
  });
};

/** An uncompressed object of 8 frames of 512 × 512 pixels. */
export const pixelBenchFile = (kind: 'grey of 12 bits' | 'RGB'): Uint8Array => {
  const isGrey = kind !== 'RGB';
  const samples = isGrey ? 1 : 3;
  const values = shaded(PIXEL_FRAMES * CT_ROWS * CT_ROWS * samples, samples, isGrey ? 4095 : 255);
  const bytes = isGrey ? new Uint8Array(values.buffer) : Uint8Array.from(values);
  return concatenate(benchFile(isGrey ? CT_HEADER : RGB_HEADER, PIXEL_FRAMES, new MemorySource(bytes)));
};
