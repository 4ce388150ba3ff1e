import { getCommandsModule } from './commandsModule.ts';
import { getPanelModule } from './getPanelModule.tsx';
import { id } from './id.ts';
import type { Extension } from './ohif.ts';
import { registerReviewService, reviewServiceOf } from './reviewService.ts';

const extension: Extension = {
  id,
  preRegistration: registerReviewService,
  onModeExit: ({ servicesManager }) => reviewServiceOf(servicesManager).stop(),
  getPanelModule,
  getCommandsModule,
};

export default extension;
export { id } from './id.ts';
export { REVIEW_HOTKEYS } from './hotkeys.ts';
export type * from './ohif.ts';
export { NARROW_PAGE } from './viewport/narrowPage.ts';
