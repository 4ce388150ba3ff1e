import type { HostParameters, PanelModuleEntry } from './ohif.ts';
import { DeidentifyPanel } from './panels/DeidentifyPanel.tsx';
import { mountedPanel } from './panels/mountedPanel.tsx';
import { reviewServiceOf } from './reviewService.ts';

export const getPanelModule = ({ servicesManager }: HostParameters): readonly PanelModuleEntry[] => [
  {
    name: 'deidentify',
    iconName: 'tab-patient-info',
    iconLabel: 'De-identify',
    label: 'De-identify',
    component: mountedPanel(() => <DeidentifyPanel service={reviewServiceOf(servicesManager)} />),
  },
];
