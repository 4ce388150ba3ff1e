import type { ToolbarButton } from '@pseudonymize-redact/extension';
import { TOOL_GROUP_IDS } from './toolGroups.ts';

/** The host's ordinary image tools; every icon, command and evaluator named here is the host's own. */

const STACK_ONLY = {
  name: 'evaluate.viewport.supported',
  unsupportedViewportTypes: ['video', 'volume3d'],
};

const button = (id: string, props: Readonly<Record<string, unknown>>): ToolbarButton => ({
  id,
  uiType: 'ohif.toolButton',
  props,
});

/** A tool that takes the primary mouse button; its id is Cornerstone's name of the tool. */
const tool = (id: string, label: string, icon: string): ToolbarButton =>
  button(id, {
    icon,
    label,
    tooltip: label,
    commands: { commandName: 'setToolActiveToolbar', commandOptions: { toolGroupIds: TOOL_GROUP_IDS } },
    evaluate: 'evaluate.cornerstoneTool',
  });

/** Something that happens at once. */
const action = (id: string, label: string, icon: string, commandName: string): ToolbarButton =>
  button(id, {
    icon,
    label,
    tooltip: label,
    commands: commandName,
    evaluate: ['evaluate.action', STACK_ONLY],
  });

/** A property of the viewport that is on or off. */
const toggle = (id: string, label: string, icon: string, commandName: string): ToolbarButton =>
  button(id, {
    icon,
    label,
    tooltip: label,
    commands: commandName,
    evaluate: ['evaluate.viewportProperties.toggle', STACK_ONLY],
  });

const list = (id: string): ToolbarButton => ({
  id,
  uiType: 'ohif.toolButtonList',
  props: { buttonSection: true },
});

export const toolbarButtons: readonly ToolbarButton[] = [
  list('MeasurementTools'),
  list('MoreTools'),
  tool('WindowLevel', 'Window Level', 'tool-window-level'),
  tool('Pan', 'Pan', 'tool-move'),
  tool('Zoom', 'Zoom', 'tool-zoom'),
  tool('StackScroll', 'Stack Scroll', 'tool-stack-scroll'),
  tool('Length', 'Length', 'tool-length'),
  tool('Bidirectional', 'Bidirectional', 'tool-bidirectional'),
  tool('EllipticalROI', 'Ellipse', 'tool-ellipse'),
  tool('RectangleROI', 'Rectangle', 'tool-rectangle'),
  tool('Angle', 'Angle', 'tool-angle'),
  tool('Probe', 'Probe', 'tool-probe'),
  tool('Magnify', 'Magnify', 'tool-magnify'),
  tool('WindowLevelRegion', 'Window Level Region', 'icon-tool-window-region'),
  action('Reset', 'Reset View', 'tool-reset', 'resetViewport'),
  action('RotateRight', 'Rotate Right', 'tool-rotate-right', 'rotateViewportCW'),
  toggle('FlipHorizontal', 'Flip Horizontal', 'tool-flip-horizontal', 'flipViewportHorizontal'),
  toggle('Invert', 'Invert', 'tool-invert', 'invertViewport'),
  button('Cine', {
    icon: 'tool-cine',
    label: 'Cine',
    tooltip: 'Cine',
    commands: 'toggleCine',
    evaluate: ['evaluate.cine', STACK_ONLY],
  }),
  button('TagBrowser', {
    icon: 'dicom-tag-browser',
    label: 'DICOM Tag Browser',
    tooltip: 'DICOM Tag Browser',
    commands: 'openDICOMTagViewer',
  }),
  {
    id: 'Layout',
    uiType: 'ohif.layoutSelector',
    props: { rows: 3, columns: 4, evaluate: 'evaluate.action' },
  },
];

/** Section of the toolbar → ids of its buttons. */
type Toolbar = Readonly<Record<string, readonly string[]>>;

const MEASUREMENTS = ['Length', 'Bidirectional', 'EllipticalROI', 'RectangleROI', 'Angle'];
const ORIENTATION = ['Reset', 'RotateRight', 'FlipHorizontal', 'Invert'];
const OTHERS = ['StackScroll', 'Probe', 'Magnify', 'WindowLevelRegion', 'Cine', 'TagBrowser'];

/** `primary` is the host's own section, the others are lists above. */
export const wideToolbar: Toolbar = {
  primary: ['MeasurementTools', 'WindowLevel', 'Pan', 'Zoom', ...ORIENTATION, 'Layout', 'MoreTools'],
  MeasurementTools: MEASUREMENTS,
  MoreTools: OTHERS,
};

/** What leaves room for the host's name and settings on a page of 640 pixels. */
export const narrowToolbar: Toolbar = {
  primary: ['WindowLevel', 'Zoom', 'MoreTools'],
  MoreTools: ['Pan', ...ORIENTATION, ...OTHERS, ...MEASUREMENTS],
};
