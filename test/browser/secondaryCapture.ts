import { bufferOf, uidOf, writeDicomFile } from '../../server-plugin/src/demo/dicomFile.ts';

interface Capture {
  /** From which its UIDs are made. */
  readonly name: string;
  readonly accessionNumber: string;
  readonly rows: number;
  readonly columns: number;
  /** Grey values, one byte a pixel. */
  readonly pixels: Uint8Array;
  /** [between rows, between columns] in mm. */
  readonly pixelSpacing?: readonly [number, number];
}

/** A Secondary Capture Image of one frame, of the patient of all such images. */
export const secondaryCapture = ({
  name,
  accessionNumber,
  rows,
  columns,
  pixels,
  pixelSpacing,
}: Capture): Uint8Array =>
  writeDicomFile({
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
    SOPInstanceUID: uidOf(`${name} image`),
    StudyInstanceUID: uidOf(`${name} study`),
    SeriesInstanceUID: uidOf(`${name} series`),
    PatientName: 'Quillfeather^Odo',
    PatientID: 'MK-330817',
    PatientBirthDate: '19610502',
    PatientSex: 'M',
    StudyDate: '20200209',
    StudyTime: '081500',
    AccessionNumber: accessionNumber,
    StudyID: '1',
    ReferringPhysicianName: 'Farrow^Edmund',
    Modality: 'OT',
    ConversionType: 'SYN',
    ImageType: ['DERIVED', 'SECONDARY'],
    SeriesNumber: 1,
    InstanceNumber: 1,
    PatientOrientation: '',
    ...(pixelSpacing && { PixelSpacing: [...pixelSpacing] }),
    Rows: rows,
    Columns: columns,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    WindowCenter: 128,
    WindowWidth: 256,
    PixelData: bufferOf(pixels),
    _vrMap: { PixelData: 'OB' },
  });
