import { uidOf, writeDicomFile, bufferOf } from '../../server-plugin/src/demo/dicomFile.ts';

const ROWS = 32;

export interface SmallStudy {
  readonly patientID: string;
  readonly studyInstanceUID: string;
  readonly files: readonly Uint8Array[];
}

/** Studies of small CT slices, the same bytes every time; as many patients as studies, or so many. */
export const smallStudies = (
  name: string,
  studies: number,
  instances: number,
  patients = studies,
): readonly SmallStudy[] =>
  Array.from({ length: studies }, (_, index) => {
    const study = `${name} ${index + 1}`;
    const patientID = `QX-${name}-${String((index % patients) + 1).padStart(5, '0')}`;
    const studyInstanceUID = uidOf(`small study ${study}`);
    const files = Array.from({ length: instances }, (__, instance) =>
      writeDicomFile({
        SpecificCharacterSet: 'ISO_IR 192',
        SOPClassUID: '1.2.840.10008.5.1.4.1.1.2',
        SOPInstanceUID: uidOf(`small instance ${study} ${instance}`),
        StudyInstanceUID: studyInstanceUID,
        SeriesInstanceUID: uidOf(`small series ${study}`),
        FrameOfReferenceUID: uidOf(`small frame of reference ${study}`),
        PatientName: `Quillfeather^Nr ${(index % patients) + 1}`,
        PatientID: patientID,
        PatientBirthDate: '19790203',
        PatientSex: (index % patients) % 2 === 0 ? 'F' : 'M',
        PatientAge: `0${40 + (index % 40)}Y`,
        StudyDate: '20210817',
        StudyTime: '101500',
        AccessionNumber: `AC-${index}`,
        StudyID: '1',
        ReferringPhysicianName: 'Farrow^Edmund',
        Modality: 'CT',
        Manufacturer: 'Fictive Imaging',
        BodyPartExamined: index % 3 === 0 ? 'HEAD' : 'CHEST',
        ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
        SeriesNumber: 1,
        InstanceNumber: instance + 1,
        SamplesPerPixel: 1,
        PhotometricInterpretation: 'MONOCHROME2',
        Rows: ROWS,
        Columns: ROWS,
        BitsAllocated: 16,
        BitsStored: 12,
        HighBit: 11,
        PixelRepresentation: 0,
        RescaleIntercept: -1024,
        RescaleSlope: 1,
        PixelData: bufferOf(new Uint8Array(2 * ROWS * ROWS).fill(instance)),
        _vrMap: { PixelData: 'OW' },
      }),
    );
    return { patientID, studyInstanceUID, files };
  });
