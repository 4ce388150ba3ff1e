import type { CommandsModule, HostParameters } from './ohif.ts';
import { reviewServiceOf } from './reviewService.ts';
import { decideWithin, type Reach } from './store/bulk.ts';
import { applyTo, classify, decide, deleteRegions, drawRegion, type ScopeKind } from './store/edits.ts';
import { hasAnyOf, idsOf, shownFinding } from './store/findingGroups.ts';
import { findingsOf, groupsOfStudy, neighbouringRow, nextClass } from './store/findings.ts';
import { allRegions, regionsOfImage, type RegionChange } from './store/regionMap.ts';
import { isToBeRedacted } from './store/reviewRegion.ts';
import { middleBox } from './viewport/boxEditing.ts';
import { judgedIds, type ReviewAction, type ReviewState } from './store/reviewState.ts';

type Options = Readonly<Record<string, unknown>>;

/** The review's commands, for hotkeys, toolbars and the mode. */
export const getCommandsModule = ({ servicesManager }: HostParameters): CommandsModule => {
  const review = () => reviewServiceOf(servicesManager);
  const dispatching = (action: (state: ReviewState, options: Options) => ReviewAction) => ({
    commandFn: (options: Options): void => {
      const { store } = review();
      store.dispatch(action(store.getState(), options));
    },
  });
  const editing = (changes: (state: ReviewState, options: Options) => readonly RegionChange[]) =>
    dispatching((state, options) => ({ type: 'edited', changes: changes(state, options) }));

  const goTo = (step: 1 | -1) => ({
    commandFn: (): void => {
      const service = review();
      const { store } = service;
      const state = store.getState();
      const study = state.activeImage?.studyInstanceUID;
      const row = study === undefined ? null : neighbouringRow(state, study, step);
      if (row === null) return;
      const { image, region } = shownFinding(row, state.activeImage);
      store.dispatch({ type: 'selected', ids: [region.id], alikeIds: idsOf(row) });
      store.dispatch({ type: 'focused', id: region.id });
      service.showImage(image);
    },
  });

  const reaching = (state: ReviewState, reach: Reach, decision: 'accepted' | 'rejected') =>
    state.activeImage === null
      ? []
      : decideWithin(state, state.activeImage.studyInstanceUID, reach, decision);

  return {
    defaultContext: 'DEFAULT',
    definitions: {
      startReview: { commandFn: () => review().start() },
      nextFinding: goTo(1),
      previousFinding: goTo(-1),
      acceptFindings: editing((state) =>
        state.selectedIds.size > 0
          ? decide(state.regions, judgedIds(state), 'accepted')
          : reaching(state, 'image', 'accepted'),
      ),
      rejectFindings: editing((state) => decide(state.regions, judgedIds(state), 'rejected')),
      toggleFindings: editing((state) => {
        const ids = judgedIds(state);
        const covered = allRegions(state.regions).some(
          (region) => ids.has(region.id) && isToBeRedacted(region),
        );
        return decide(state.regions, ids, covered ? 'rejected' : 'accepted');
      }),
      unfoldFindings: dispatching((state) => {
        const study = state.activeImage?.studyInstanceUID ?? '';
        const chosen = groupsOfStudy(findingsOf(state, study)).filter((group) =>
          hasAnyOf(group, state.selectedIds),
        );
        return {
          type: 'unfolded',
          ids: chosen.flatMap(idsOf),
          unfolded: !chosen.some((group) => hasAnyOf(group, state.unfoldedIds)),
        };
      }),
      decideWithin: editing((state, options) =>
        reaching(state, options['reach'] as Reach, options['decision'] as 'accepted' | 'rejected'),
      ),
      applyToScope: editing(({ regions, selectedIds, activeImage }, options) =>
        activeImage === null ? [] : applyTo(regions, selectedIds, activeImage, options['kind'] as ScopeKind),
      ),
      selectAllRegions: dispatching(({ regions, activeImage }) => ({
        type: 'selected',
        ids: activeImage === null ? [] : regionsOfImage(regions, activeImage).map(({ id }) => id),
      })),
      toggleDrawRegion: dispatching(({ tool }) => ({
        type: 'toolChosen',
        tool: tool === 'draw' ? 'select' : 'draw',
      })),
      changeClass: editing((state) => {
        const ids = judgedIds(state);
        const first = allRegions(state.regions).find(({ id }) => ids.has(id));
        return first === undefined ? [] : classify(state.regions, ids, nextClass(first.textClass));
      }),
      addRegion: {
        commandFn: (): void => {
          const service = review();
          const { store } = service;
          const { activeImage } = store.getState();
          if (activeImage === null) return;
          const { Rows, Columns } = service.headerOf(activeImage);
          const id = crypto.randomUUID();
          const box = middleBox({ rows: Number(Rows), columns: Number(Columns) });
          store.dispatch({ type: 'edited', changes: drawRegion(id, activeImage, box) });
          store.dispatch({ type: 'selected', ids: [id] });
          store.dispatch({ type: 'focused', id });
        },
      },
      deleteSelectedRegions: editing((state) => deleteRegions(state.regions, judgedIds(state))),
      undoReview: dispatching(() => ({ type: 'undone' })),
      redoReview: dispatching(() => ({ type: 'redone' })),
      toggleAfter: dispatching(({ afterShown }) => ({ type: 'afterShown', shown: !afterShown })),
      autoWindowImage: { commandFn: () => review().autoWindow() },
      toggleSearchPause: dispatching(({ paused }) => ({ type: 'paused', paused: !paused })),
      showReviewKeys: dispatching(() => ({ type: 'helpShown', shown: true })),
    },
  };
};
