import {
  id as extensionId,
  NARROW_PAGE,
  REVIEW_HOTKEYS,
  type HostParameters,
} from '@pseudonymize-redact/extension';
import { fitToolbar } from './fittedToolbar.ts';
import { id } from './id.ts';
import { createToolGroups } from './toolGroups.ts';

const STACK = '@ohif/extension-default.sopClassHandlerModule.stack';

/** Modalities of objects that are not images: a study of nothing else has nothing to redact. */
const NON_IMAGE_MODALITIES: ReadonlySet<string> = new Set([
  'AU',
  'DOC',
  'ECG',
  'EPS',
  'FID',
  'HD',
  'KO',
  'PLAN',
  'PR',
  'REG',
  'RESP',
  'RTDOSE',
  'RTPLAN',
  'RTRECORD',
  'RTSTRUCT',
  'SEG',
  'SR',
]);

const extensionDependencies = {
  '@ohif/extension-default': '^3.0.0',
  '@ohif/extension-cornerstone': '^3.0.0',
  [extensionId]: '^0.1.0',
};

const isValidMode = ({ modalities }: { readonly modalities: string }) => ({
  valid: modalities.split('\\').some((modality) => !NON_IMAGE_MODALITIES.has(modality)),
  description: 'The study has no images.',
});

const enterMode = (host: HostParameters): (() => void) => {
  const { measurementService, toolbarService, customizationService } = host.servicesManager.services;
  measurementService.clearMeasurements();
  createToolGroups(host);
  const endToolbar = fitToolbar(toolbarService);
  customizationService.setCustomizations({ 'ohif.hotkeyBindings': { $push: REVIEW_HOTKEYS } });
  host.commandsManager.runCommand('startReview');
  return endToolbar;
};

/** Leaves the host as it was, as the host's own basic mode does; the extension ends the review itself. */
const leaveMode = ({ servicesManager }: Pick<HostParameters, 'servicesManager'>): void => {
  const { services } = servicesManager;
  services.uiDialogService.hideAll();
  services.uiModalService.hide();
  services.toolGroupService.destroy();
  services.syncGroupService.destroy();
  services.segmentationService.destroy();
  services.cornerstoneViewportService.destroy();
};

/** On a narrow page, as on an enlarged one, image and panel have the room of the study list. */
const isNarrow = (): boolean => matchMedia(NARROW_PAGE).matches;

const layoutTemplate = () => ({
  id: '@ohif/extension-default.layoutTemplateModule.viewerLayout',
  props: {
    leftPanels: ['@ohif/extension-default.panelModule.seriesList'],
    leftPanelClosed: isNarrow(),
    leftPanelResizable: true,
    rightPanels: [`${extensionId}.panelModule.deidentify`],
    rightPanelClosed: false,
    rightPanelResizable: true,
    rightPanelInitialExpandedWidth: isNarrow() ? 250 : 340,
    viewports: [
      { namespace: '@ohif/extension-cornerstone.viewportModule.cornerstone', displaySetsToDisplay: [STACK] },
    ],
  },
});

const modeFactory = () => {
  let endToolbar: (() => void) | null = null;
  return {
    id,
    routeName: 'pseudonymize-redact',
    displayName: 'Pseudonymize & Redact',
    onModeEnter: (host: HostParameters): void => {
      endToolbar = enterMode(host);
    },
    onModeExit: (host: Pick<HostParameters, 'servicesManager'>): void => {
      endToolbar?.();
      leaveMode(host);
    },
    validationTags: { study: [], series: [] },
    isValidMode,
    routes: [{ path: 'pseudonymize-redact', layoutTemplate }],
    extensions: extensionDependencies,
    hangingProtocol: 'default',
    sopClassHandlers: [STACK],
  };
};

const mode = { id, extensionDependencies, modeFactory };

export default mode;
export { id } from './id.ts';
