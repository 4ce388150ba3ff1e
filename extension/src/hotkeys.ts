import type { Hotkey } from './ohif.ts';

/** The review's keys; the viewer lists them in its preferences, where its users change them. */
export const REVIEW_HOTKEYS: readonly Hotkey[] = [
  { commandName: 'toggleDrawRegion', label: 'Draw a region to redact', keys: ['d'], isEditable: true },
  { commandName: 'deleteSelectedRegions', label: 'Delete the region', keys: ['del'], isEditable: true },
  { commandName: 'undoReview', label: 'Undo the last change of regions', keys: ['u'], isEditable: true },
  { commandName: 'redoReview', label: 'Redo the change of regions', keys: ['shift+u'], isEditable: true },
];
