import { t } from './language/language.ts';
import type { HostParameters, PanelModuleEntry } from './ohif.ts';
import { DeidentifyPanel } from './panels/DeidentifyPanel.tsx';
import { mountedPanel } from './panels/mountedPanel.tsx';
import { reviewServiceOf } from './reviewService.ts';

export const getPanelModule = ({ servicesManager }: HostParameters): readonly PanelModuleEntry[] => [
  {
    name: 'deidentify',
    iconName: 'tab-patient-info',
    iconLabel: t('panel'),
    label: t('panel'),
    component: mountedPanel(() => <DeidentifyPanel service={reviewServiceOf(servicesManager)} />),
  },
];
