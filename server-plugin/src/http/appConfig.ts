const EXTENSION = '@pseudonymize-redact/extension';
const MODE = '@pseudonymize-redact/mode';

/** The viewer imports what its configuration and its modes name; the browser finds these names by this map. */
const IMPORT_MAP = { imports: { [EXTENSION]: '/plugins/extension.js', [MODE]: '/plugins/mode.js' } };

const ORTHANC = {
  namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
  sourceName: 'orthanc',
  configuration: {
    name: 'orthanc',
    friendlyName: 'Orthanc',
    qidoRoot: '/dicom-web',
    wadoRoot: '/dicom-web',
    wadoUriRoot: '/wado',
    qidoSupportsIncludeField: false,
    imageRendering: 'wadors',
    thumbnailRendering: 'wadors',
    enableStudyLazyLoad: true,
    supportsFuzzyMatching: false,
    supportsWildcard: true,
    singlepart: 'bulkdata,video',
    bulkDataURI: { enabled: true },
    omitQuotationForMultipartRequest: true,
  },
};

const VIEWER = {
  routerBasename: '/',
  extensions: [EXTENSION],
  modes: [MODE],
  showStudyList: true,
  showWarningMessageForCrossOrigin: false,
  showCPUFallbackMessage: true,
  strictZSpacingForVolumeViewport: true,
  investigationalUseDialog: { option: 'always' },
  defaultDataSourceName: ORTHANC.sourceName,
  dataSources: [ORTHANC],
};

/** The script with which the unmodified viewer is told of Orthanc, of the extension and of the mode. */
export const APP_CONFIG = `{
  const map = document.createElement('script');
  map.type = 'importmap';
  map.textContent = JSON.stringify(${JSON.stringify(IMPORT_MAP)});
  document.currentScript.before(map);
}
window.config = ${JSON.stringify(VIEWER, null, 2)};
`;
