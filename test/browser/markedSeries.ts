import { bufferOf, uidOf, writeDicomFile } from '../../server-plugin/src/demo/dicomFile.ts';

const [SIZE, SLICES] = [128, 4];
const [AIR, BODY, MARKER] = [-1000, 40, 1500];
/** [x0, y0, x1, y1] in image pixels. */
const BOX = [20, 16, 60, 36] as const;
const ACCESSION_NUMBER = 'SERIES-1';

/** Signed, 16 bits: a body that differs from slice to slice, and the same white rectangle on each. */
const pixels = (slice: number, size: number): Int16Array =>
  Int16Array.from({ length: size * size }, (_, index) => {
    const [x, y] = [index % size, Math.floor(index / size)];
    if (x >= BOX[0] && x < BOX[2] && y >= BOX[1] && y < BOX[3]) return MARKER;
    return Math.hypot(x - 0.5 * size, y - 0.55 * size) < 0.4 * size
      ? BODY + (slice % 50) * 10 + ((x + y) % 4)
      : AIR;
  });

/** @param name of the study; @param size of its square slices, in pixels; @param series its number */
export const markedSlice = (
  index: number,
  { name, size, series = 1 }: { readonly name: string; readonly size: number; readonly series?: number },
): Uint8Array =>
  writeDicomFile({
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.2',
    SOPInstanceUID: uidOf(`${name} slice ${index}${series > 1 ? ` of ${series}` : ''}`),
    StudyInstanceUID: uidOf(`${name} study`),
    SeriesInstanceUID: uidOf(`${name} series${series > 1 ? ` ${series}` : ''}`),
    FrameOfReferenceUID: uidOf(`${name} frame of reference`),
    PatientName: 'Quillfeather^Odo',
    PatientID: 'MK-330817',
    PatientBirthDate: '19610502',
    PatientSex: 'M',
    StudyDate: '20200210',
    StudyTime: '081500',
    AccessionNumber: ACCESSION_NUMBER,
    StudyID: '2',
    ReferringPhysicianName: 'Farrow^Edmund',
    Modality: 'CT',
    Manufacturer: 'Fictive Imaging',
    ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
    SeriesNumber: series,
    InstanceNumber: index + 1,
    PositionReferenceIndicator: '',
    ImagePositionPatient: [0, 0, -5 * index],
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    SliceThickness: 5,
    PixelSpacing: [0.8, 0.8],
    Rows: size,
    Columns: size,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    BitsAllocated: 16,
    BitsStored: 16,
    HighBit: 15,
    PixelRepresentation: 1,
    RescaleIntercept: 0,
    RescaleSlope: 1,
    RescaleType: 'HU',
    WindowCenter: 40,
    WindowWidth: 400,
    KVP: 120,
    AcquisitionNumber: 1,
    BurnedInAnnotation: 'NO',
    PixelData: bufferOf(new Uint8Array(pixels(index, size).buffer)),
    _vrMap: { PixelData: 'OW' },
  });

/** A CT series with a white rectangle at the same place of every slice. */
export const MARKED_SERIES = {
  accessionNumber: ACCESSION_NUMBER,
  marker: BOX,
  slices: Array.from({ length: SLICES }, (_, index) => markedSlice(index, { name: 'marked', size: SIZE })),
} as const;
