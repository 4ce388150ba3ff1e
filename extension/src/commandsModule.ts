import type { CommandsModule, HostParameters } from './ohif.ts';
import { reviewServiceOf } from './reviewService.ts';
import { deleteRegions } from './store/edits.ts';
import type { ReviewAction, ReviewState } from './store/reviewState.ts';

/** The review's commands, for hotkeys, toolbars and the mode. */
export const getCommandsModule = ({ servicesManager }: HostParameters): CommandsModule => {
  const review = () => reviewServiceOf(servicesManager);
  const dispatching = (action: (state: ReviewState) => ReviewAction) => ({
    commandFn: (): void => {
      const { store } = review();
      store.dispatch(action(store.getState()));
    },
  });
  return {
    defaultContext: 'DEFAULT',
    definitions: {
      startReview: { commandFn: () => review().start() },
      toggleDrawRegion: dispatching(({ tool }) => ({
        type: 'toolChosen',
        tool: tool === 'draw' ? 'select' : 'draw',
      })),
      deleteSelectedRegions: dispatching(({ regions, selectedIds }) => ({
        type: 'edited',
        changes: deleteRegions(regions, selectedIds),
      })),
      undoReview: dispatching(() => ({ type: 'undone' })),
      redoReview: dispatching(() => ({ type: 'redone' })),
    },
  };
};
