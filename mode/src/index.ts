import { id as extensionId, REVIEW_HOTKEYS, type HostParameters } from '@pseudonymize-redact/extension';
import { id } from './id.ts';
import { toolbarButtons, toolbarSections } from './toolbarButtons.ts';
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

const onModeEnter = (host: HostParameters): void => {
  const { measurementService, toolbarService, customizationService } = host.servicesManager.services;
  measurementService.clearMeasurements();
  createToolGroups(host);
  toolbarService.register(toolbarButtons);
  for (const [section, buttonIds] of Object.entries(toolbarSections))
    toolbarService.updateSection(section, buttonIds);
  customizationService.setCustomizations({ 'ohif.hotkeyBindings': { $push: REVIEW_HOTKEYS } });
  host.commandsManager.runCommand('startReview');
};

/** Leaves the host as it was, as the host's own basic mode does; the extension ends the review itself. */
const onModeExit = ({ servicesManager }: Pick<HostParameters, 'servicesManager'>): void => {
  const { services } = servicesManager;
  services.uiDialogService.hideAll();
  services.uiModalService.hide();
  services.toolGroupService.destroy();
  services.syncGroupService.destroy();
  services.segmentationService.destroy();
  services.cornerstoneViewportService.destroy();
};

/** Below this width, in CSS pixels, as on an enlarged page, image and panel have the room of the study list. */
const WIDE = 900;

const layoutTemplate = () => ({
  id: '@ohif/extension-default.layoutTemplateModule.viewerLayout',
  props: {
    leftPanels: ['@ohif/extension-default.panelModule.seriesList'],
    leftPanelClosed: innerWidth < WIDE,
    leftPanelResizable: true,
    rightPanels: [`${extensionId}.panelModule.deidentify`],
    rightPanelClosed: false,
    rightPanelResizable: true,
    rightPanelInitialExpandedWidth: innerWidth < WIDE ? 250 : 340,
    viewports: [
      { namespace: '@ohif/extension-cornerstone.viewportModule.cornerstone', displaySetsToDisplay: [STACK] },
    ],
  },
});

const mode = {
  id,
  extensionDependencies,
  modeFactory: () => ({
    id,
    routeName: 'pseudonymize-redact',
    displayName: 'Pseudonymize & Redact',
    onModeEnter,
    onModeExit,
    validationTags: { study: [], series: [] },
    isValidMode,
    routes: [{ path: 'pseudonymize-redact', layoutTemplate }],
    extensions: extensionDependencies,
    hangingProtocol: 'default',
    sopClassHandlers: [STACK],
  }),
};

export default mode;
export { id } from './id.ts';
