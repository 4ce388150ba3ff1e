import { burnIntoColor } from './annotationLayer.ts';
import { contractionAt, heartAt } from './cardiacPhantom.ts';
import type { BurnedInText, DemoInstance } from './demoInstance.ts';
import { bufferOf, writeDicomFile, type Attributes, type PrivateElement } from './dicomFile.ts';
import { JUNIPER } from './people.ts';
import { sectorScanner } from './sectorScan.ts';
import { headerOf, type DemoSeries, type DemoStudy } from './studyHeader.ts';
import { changingScreen, COLUMNS, ROWS, SECTOR, staticScreen } from './ultrasoundScreen.ts';

const ULTRASOUND_MULTIFRAME_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.3.1';

const STUDY: DemoStudy = {
  key: 'ultrasound',
  patient: JUNIPER,
  date: '20230314',
  time: '101512',
  accessionNumber: 'A2023-031877',
  description: 'Echocardiography, transthoracic',
  reason: 'Murmur, seen by Dr Thistlewood on 9 March 2023',
};

const SERIES: DemoSeries = {
  number: 1,
  modality: 'US',
  description: 'Apical four-chamber',
  operator: 'Brambleway^Anselm',
  equipment: {
    Manufacturer: 'Fictive Sonics',
    ManufacturerModelName: 'Echo Wren 5',
    StationName: 'FH-ECHO-2',
    DeviceSerialNumber: 'FS5-000731',
    SoftwareVersions: '5.0.1',
    InstitutionalDepartmentName: 'Cardiology',
  },
};

const FRAMES = 20;
const FRAME_TIME_MS = 42;
/** From this frame on the archive's message stands on the screen. */
const MESSAGE_FIRST_FRAME = 13;
const MESSAGE = 'Saved for Dr Castellane, 10:15 14/03/2023';

/** A screen is never quite gray. */
const TINT = [1, 0.97, 0.9] as const;

const SPATIAL_FORMAT_2D = 1;
const DATA_TYPE_TISSUE = 1;
const UNIT_CENTIMETRES = 3;

const region = (): Attributes => {
  const radius = SECTOR.depthMillimetres * SECTOR.pixelsPerMillimetre;
  const centimetresPerPixel = 0.1 / SECTOR.pixelsPerMillimetre;
  return {
    RegionSpatialFormat: SPATIAL_FORMAT_2D,
    RegionDataType: DATA_TYPE_TISSUE,
    RegionFlags: 0,
    RegionLocationMinX0: Math.floor(SECTOR.apexX - radius * 0.62),
    RegionLocationMinY0: SECTOR.apexY,
    RegionLocationMaxX1: Math.ceil(SECTOR.apexX + radius * 0.62),
    RegionLocationMaxY1: Math.min(ROWS - 1, SECTOR.apexY + radius),
    ReferencePixelX0: Math.floor(radius * 0.62),
    ReferencePixelY0: 0,
    ReferencePixelPhysicalValueX: 0,
    ReferencePixelPhysicalValueY: 0,
    PhysicalUnitsXDirection: UNIT_CENTIMETRES,
    PhysicalUnitsYDirection: UNIT_CENTIMETRES,
    PhysicalDeltaX: centimetresPerPixel,
    PhysicalDeltaY: centimetresPerPixel,
    TransducerFrequency: 2500,
  };
};

/** A block of the manufacturer's own, as real machines write it: it names people and places too. */
const PRIVATE_BLOCK: readonly PrivateElement[] = [
  { tag: '00910010', vr: 'LO', Value: ['FICTIVE SONICS ECHO 1.0'] },
  { tag: '00911001', vr: 'PN', Value: ['Larkspur^Juniper^Mae'] },
  { tag: '00911002', vr: 'LO', Value: ['Room 3, Fernhollow General Hospital'] },
  { tag: '00911003', vr: 'FD', Value: [47] },
  {
    tag: '00911010',
    vr: 'SQ',
    Value: [
      {
        '00910010': { vr: 'LO', Value: ['FICTIVE SONICS ECHO 1.0'] },
        '00911011': { vr: 'LT', Value: ['Measured by A. Brambleway on 14 March 2023'] },
        '00080090': { vr: 'PN', Value: ['Thistlewood^Marguerite^^Dr'] },
      },
    ],
  },
];

const colored = (gray: Uint8Array): Uint8Array => {
  const frame = new Uint8Array(gray.length * 3);
  gray.forEach((value, pixel) => TINT.forEach((tint, sample) => (frame[pixel * 3 + sample] = value * tint)));
  return frame;
};

/** A multi-frame clip of a beating heart in RGB. */
export function* ultrasoundStudy(): Generator<DemoInstance> {
  const scanner = sectorScanner(COLUMNS, ROWS, SECTOR, 20230314);
  const still = staticScreen(STUDY);
  const texts: BurnedInText[] = still.texts.map((text) => ({ ...text, frame: 'all' }));
  const pixels = new Uint8Array(FRAMES * COLUMNS * ROWS * 3);

  for (let index = 0; index < FRAMES; index++) {
    const cycle = index / FRAMES;
    const contraction = contractionAt(cycle);
    const frame = colored(scanner.scan(heartAt(contraction), contraction));
    const changing = changingScreen(cycle, index + 1 >= MESSAGE_FIRST_FRAME ? MESSAGE : null);
    burnIntoColor(still, frame);
    burnIntoColor(changing, frame);
    texts.push(...changing.texts.map((text) => ({ ...text, frame: index + 1 })));
    pixels.set(frame, index * frame.length);
  }

  const attributes: Attributes = {
    ...headerOf(STUDY, SERIES, ULTRASOUND_MULTIFRAME_IMAGE_STORAGE, 1),
    BodyPartExamined: 'HEART',
    PatientOrientation: '',
    ImageType: ['ORIGINAL', 'PRIMARY', 'TTE', '0001'],
    ImageComments: 'Juniper Larkspur, good windows. Dr Øvergård to report by 15 Mar 2023.',
    HeartRate: 72,
    NumberOfFrames: FRAMES,
    FrameIncrementPointer: 0x00181063,
    FrameTime: FRAME_TIME_MS,
    CineRate: Math.round(1000 / FRAME_TIME_MS),
    StartTrim: 1,
    StopTrim: FRAMES,
    SequenceOfUltrasoundRegions: [region()],
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
    name: 'ultrasound.dcm',
    bytes: writeDicomFile(attributes, { privateElements: PRIVATE_BLOCK }),
    texts,
  };
}
