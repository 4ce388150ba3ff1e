import type { ReactElement } from 'react';
import { decide, deleteRegions } from '../store/edits.ts';
import { regionsOfImage } from '../store/regionMap.ts';
import { isToBeRedacted, type ReviewRegion } from '../store/reviewRegion.ts';
import type { ReviewState } from '../store/reviewState.ts';
import type { ReviewStore } from '../store/reviewStore.ts';

interface RegionRowProps {
  readonly store: ReviewStore;
  readonly region: ReviewRegion;
  readonly name: string;
  readonly selected: boolean;
}

const RegionRow = ({ store, region, name, selected }: RegionRowProps): ReactElement => {
  const [x0, y0, x1, y1] = region.box.map(Math.round) as [number, number, number, number];
  const covered = isToBeRedacted(region);
  const ids = new Set([region.id]);
  const { regions } = store.getState();
  return (
    <li className={selected ? 'selected' : ''} data-region={region.id}>
      <button
        type="button"
        className="region"
        aria-pressed={selected}
        onClick={() => store.dispatch({ type: 'selected', ids: [region.id] })}
      >
        <span className={`mark ${covered ? region.textClass : 'rejected'}`} aria-hidden="true" />
        <span className={covered ? '' : 'stays'}>{name}</span>
        <span className="place">
          {x1 - x0} × {y1 - y0} at {x0}, {y0}
        </span>
      </button>
      {covered ? (
        <button
          type="button"
          className="quiet"
          aria-label={`Delete ${name}`}
          onClick={() => store.dispatch({ type: 'edited', changes: deleteRegions(regions, ids) })}
        >
          Delete
        </button>
      ) : (
        <button
          type="button"
          className="quiet"
          aria-label={`Restore ${name}`}
          onClick={() => store.dispatch({ type: 'edited', changes: decide(regions, ids, 'accepted') })}
        >
          Restore
        </button>
      )}
    </li>
  );
};

/** The boxes of the displayed image, and the tool that draws another. */
export const RegionSection = ({
  store,
  review,
}: {
  store: ReviewStore;
  review: ReviewState;
}): ReactElement => {
  const { activeImage, regions, selectedIds, tool, done, undone } = review;
  const shown = activeImage === null ? [] : regionsOfImage(regions, activeImage);
  const covered = shown.filter(isToBeRedacted).length;
  const drawing = tool === 'draw';
  return (
    <section aria-label="Regions to redact">
      <h2>
        Boxes on this image <span data-testid="image-regions">{covered}</span>
      </h2>
      <div className="buttons">
        <button
          type="button"
          aria-pressed={drawing}
          title="D"
          onClick={() => store.dispatch({ type: 'toolChosen', tool: drawing ? 'select' : 'draw' })}
        >
          Draw box
        </button>
        <button
          type="button"
          title="U"
          disabled={done.length === 0}
          onClick={() => store.dispatch({ type: 'undone' })}
        >
          Undo
        </button>
        <button
          type="button"
          title="Shift+U"
          disabled={undone.length === 0}
          onClick={() => store.dispatch({ type: 'redone' })}
        >
          Redo
        </button>
      </div>
      {shown.length > 0 && (
        <ul>
          {shown.map((region, index) => (
            <RegionRow
              key={region.id}
              store={store}
              region={region}
              name={`${region.source === 'drawn' ? 'Box' : 'Text'} ${index + 1}`}
              selected={selectedIds.has(region.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
