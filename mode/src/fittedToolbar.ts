import { NARROW_PAGE, type ToolbarService } from '@pseudonymize-redact/extension';
import { narrowToolbar, toolbarButtons, wideToolbar } from './toolbarButtons.ts';

/** Lays the toolbar out for the width of the page: the viewer's own would overlap what stands beside it. @returns what ends it */
export const fitToolbar = (toolbarService: ToolbarService): (() => void) => {
  toolbarService.register(toolbarButtons);
  const narrow = matchMedia(NARROW_PAGE);
  const follow = (): void => {
    for (const [section, buttonIds] of Object.entries(narrow.matches ? narrowToolbar : wideToolbar)) {
      toolbarService.clearButtonSection(section);
      toolbarService.updateSection(section, buttonIds);
    }
  };
  narrow.addEventListener('change', follow);
  follow();
  return () => narrow.removeEventListener('change', follow);
};
