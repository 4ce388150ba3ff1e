import { chestScan } from './computedTomography.ts';
import type { DemoInstance } from './demoInstance.ts';
import { JUNIPER } from './people.ts';
import type { DemoSeries, DemoStudy } from './studyHeader.ts';

export const CHEST_CT_STUDY: DemoStudy = {
  key: 'chest-ct',
  patient: JUNIPER,
  date: '20230502',
  time: '084530',
  accessionNumber: 'A2023-050212',
  description: 'CT thorax with contrast',
  reason: 'Nodule on radiograph of 21 Apr 2023; call Dr Thistlewood',
};

const FOLLOW_UP: DemoStudy = {
  key: 'chest-ct-follow-up',
  patient: JUNIPER,
  date: '20231114',
  time: '141005',
  accessionNumber: 'A2023-111403',
  description: 'CT thorax, follow-up',
  reason: 'Nodule, see A2023-050212 of 02 May 2023 (Dr Castellane)',
};

const SERIES: DemoSeries = {
  number: 2,
  modality: 'CT',
  description: 'Thorax 5 mm',
  operator: 'Merriweather^Tobias',
  equipment: {
    Manufacturer: 'Fictive Imaging',
    ManufacturerModelName: 'Ring 64',
    StationName: 'FH-CT-1',
    DeviceSerialNumber: 'R64-00219',
    SoftwareVersions: '3.2',
    InstitutionalDepartmentName: 'Radiology',
  },
};

/** The first scan, with text burned into one slice. */
export const firstChestScan = (): Generator<DemoInstance> =>
  chestScan({
    study: CHEST_CT_STUDY,
    series: SERIES,
    slices: 20,
    spacingMillimetres: 8,
    annotatedSlice: 11,
    comments: 'Juniper Larkspur, first scan. Call Dr Thistlewood on 555 0108.',
    noduleRadius: 9,
    seed: 20230502,
  });

/** The same patient half a year later: the nodule has shrunk. */
export const followUpChestScan = (): Generator<DemoInstance> =>
  chestScan({
    study: FOLLOW_UP,
    series: SERIES,
    slices: 11,
    spacingMillimetres: 15,
    annotatedSlice: null,
    comments: 'Compared with the scan of 2 May 2023.',
    noduleRadius: 5,
    seed: 20231114,
  });
