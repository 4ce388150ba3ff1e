import { bufferOf, uidOf, writeDicomFile } from '../../server-plugin/src/demo/dicomFile.ts';

const [ROWS, COLUMNS] = [120, 200];
const [BODY, MARKER] = [40, 255];
const ACCESSION_NUMBER = 'MARKED-1';
/** [x0, y0, x1, y1] in image pixels. */
const BOX = [40, 24, 84, 44] as const;

const pixels = (): Uint8Array =>
  Uint8Array.from({ length: ROWS * COLUMNS }, (_, index) => {
    const [x, y] = [index % COLUMNS, Math.floor(index / COLUMNS)];
    if (x >= BOX[0] && x < BOX[2] && y >= BOX[1] && y < BOX[3]) return MARKER;
    // Something to compare outside of the box.
    return BODY + ((x + y) % 16);
  });

/** A picture with a white rectangle, twice as high on the screen as in pixels. */
export const MARKED_IMAGE = {
  accessionNumber: ACCESSION_NUMBER,
  marker: BOX,
  bytes: writeDicomFile({
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
    SOPInstanceUID: uidOf('marked image'),
    StudyInstanceUID: uidOf('marked study'),
    SeriesInstanceUID: uidOf('marked series'),
    PatientName: 'Quillfeather^Odo',
    PatientID: 'MK-330817',
    PatientBirthDate: '19610502',
    PatientSex: 'M',
    StudyDate: '20200209',
    StudyTime: '081500',
    AccessionNumber: ACCESSION_NUMBER,
    StudyID: '1',
    ReferringPhysicianName: 'Farrow^Edmund',
    Modality: 'OT',
    ConversionType: 'SYN',
    ImageType: ['DERIVED', 'SECONDARY'],
    SeriesNumber: 1,
    InstanceNumber: 1,
    PatientOrientation: '',
    PixelSpacing: [0.4, 0.2],
    Rows: ROWS,
    Columns: COLUMNS,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    WindowCenter: 128,
    WindowWidth: 256,
    PixelData: bufferOf(pixels()),
    _vrMap: { PixelData: 'OB' },
  }),
} as const;
