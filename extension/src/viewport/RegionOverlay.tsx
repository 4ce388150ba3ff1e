import type { Point } from '@pseudonymize-redact/core/text-detection';
import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type PointerEvent,
  type ReactElement,
} from 'react';
import { t } from '../language/language.ts';
import { deleteRegions, placeRegions } from '../store/edits.ts';
import { regionsOfImage } from '../store/regionMap.ts';
import { isToBeRedacted } from '../store/reviewRegion.ts';
import { judgedIds } from '../store/reviewState.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import type { BoxKey } from './boxKeys.ts';
import { applyAffine, invertAffine } from './imageToCanvas.ts';
import { BoxShape, RegionBox, stopOneFinger, stopPrimary, type Grip } from './RegionBox.tsx';
import { changesOfDrag, draggedPlace, drawnBox, placeAfterKey, type Drag } from './regionDrag.ts';
import type { StackView, ViewedImage } from './stackView.ts';

interface OverlayProps {
  readonly store: ReviewStore;
  readonly view: StackView;
  /** Makes the viewport the active one; the viewer does not hear of clicks on boxes. */
  readonly activate: () => void;
}

/** The boxes above one viewport. It has no state of its own beside the drag: what it shows is the store's. */
export const RegionOverlay = ({ store, view, activate }: OverlayProps): ReactElement | null => {
  const { regions, selectedIds, highlightedId, focusedId, tool, afterShown, afterLines } =
    useSyncExternalStore(store.subscribe, store.getState);
  const [viewed, setViewed] = useState<ViewedImage | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const group = useRef<SVGGElement>(null);

  useEffect(() => {
    // Not by React's state: the boxes must move with every rendering of the image, and only their common matrix changes.
    const follow = (): void => {
      const affine = view.imageToCanvas();
      if (affine !== null) group.current?.setAttribute('transform', `matrix(${affine.join(' ')})`);
      const now = view.image();
      setViewed((before) => (before?.decoded === now?.decoded ? before : now));
    };
    follow();
    return view.onRendered(follow);
  }, [view, viewed, afterShown]);

  useEffect(() => {
    // Who jumps to a finding by keys goes on with keys: arrows move it.
    if (focusedId === null) return;
    const box = group.current?.querySelector<SVGGElement>(`[data-region="${CSS.escape(focusedId)}"]`);
    if (!box) return;
    box.focus({ preventScroll: true });
    store.dispatch({ type: 'focused', id: null });
  });

  useEffect(() => {
    // A second finger zooms, and what the first has begun is left as it was.
    const giveUp = ({ touches }: TouchEvent): void => {
      if (touches.length > 1) setDrag(null);
    };
    view.element.addEventListener('touchstart', giveUp, { capture: true });
    return () => view.element.removeEventListener('touchstart', giveUp, { capture: true });
  }, [view]);

  if (viewed === null) return null;
  const { ref: image, size } = viewed;
  const shown = regionsOfImage(regions, image);

  if (afterShown)
    return (
      <>
        <svg className="pseudonymize-overlay" role="img" aria-label={t('afterNote')}>
          <g ref={group}>
            {shown.filter(isToBeRedacted).map(({ id, box, angleDegrees }) => (
              <g
                key={id}
                transform={`rotate(${angleDegrees} ${(box[0] + box[2]) / 2} ${(box[1] + box[3]) / 2})`}
              >
                <BoxShape className="pseudonymize-fill" box={box} />
              </g>
            ))}
          </g>
        </svg>
        <div className="pseudonymize-after-lines" data-testid="after-lines">
          <strong>{t('afterNote')}</strong>
          {afterLines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      </>
    );

  const pointAt = ({ clientX, clientY }: PointerEvent): Point | null => {
    const affine = view.imageToCanvas();
    const { left, top } = view.element.getBoundingClientRect();
    return affine && applyAffine(invertAffine(affine), [clientX - left, clientY - top]);
  };

  /** Takes the pointer from the viewer's tools; every other button, a second finger and the wheel stay theirs. */
  const begin = (event: PointerEvent<SVGElement>, changes: Drag['changes']): void => {
    const from = event.isPrimary && stopPrimary(event) ? pointAt(event) : null;
    if (from === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    activate();
    setDrag({ from, to: from, changes });
  };

  const draw = (event: PointerEvent<SVGElement>): void => {
    if (!event.isPrimary) return;
    begin(event, null);
    store.dispatch({ type: 'selected', ids: [] });
  };

  /** With Shift or Ctrl a box joins the selection or leaves it; a box of a selection takes all of it along. */
  const grab = (event: PointerEvent<SVGElement>, id: string, grip: Grip): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      event.stopPropagation();
      const ids = new Set(selectedIds);
      if (!ids.delete(id)) ids.add(id);
      store.dispatch({ type: 'selected', ids: [...ids] });
      return;
    }
    const ids = selectedIds.has(id) ? selectedIds : new Set([id]);
    store.dispatch({ type: 'selected', ids: [...ids] });
    begin(event, { ids, grip });
  };

  const follow = (event: PointerEvent): void => {
    const to = drag && pointAt(event);
    if (to) setDrag({ ...drag, to });
  };

  const end = (event: PointerEvent): void => {
    setDrag(null);
    if (drag === null) return;
    const id = crypto.randomUUID();
    // The last move may not have come into the state yet.
    const ended = { ...drag, to: pointAt(event) ?? drag.to };
    const changes = changesOfDrag(regions, ended, image, size, id);
    store.dispatch({ type: 'edited', changes });
    if (drag.changes !== null || changes.length === 0) return;
    store.dispatch({ type: 'selected', ids: [id] });
    store.dispatch({ type: 'focused', id });
  };

  const byKey = (id: string, key: BoxKey): void => {
    const affine = view.imageToCanvas();
    if (affine === null) return;
    const ids = selectedIds.has(id) ? selectedIds : new Set([id]);
    const changes =
      key.type === 'delete'
        ? deleteRegions(regions, selectedIds.has(id) ? judgedIds(store.getState()) : ids)
        : placeRegions(regions, ids, (region) => placeAfterKey(region, key, size, affine));
    store.dispatch({ type: 'edited', changes });
  };

  const drawn = drag && drawnBox(drag, size);
  return (
    <svg
      className="pseudonymize-overlay"
      role="group"
      aria-label={t('regions')}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      {tool === 'draw' && (
        <rect
          className="pseudonymize-canvas"
          data-testid="draw-canvas"
          width="100%"
          height="100%"
          onPointerDown={draw}
          onTouchStart={stopOneFinger}
          onMouseDown={(event) => {
            // Else the viewport would take the focus, and with it the keys from the viewer.
            if (stopPrimary(event)) event.preventDefault();
          }}
        />
      )}
      <g ref={group}>
        {shown.map((region, index) => (
          <RegionBox
            key={region.id}
            region={region}
            label={t('region', { number: index + 1, count: shown.length })}
            place={draggedPlace(region, drag, size)}
            selected={selectedIds.has(region.id)}
            highlighted={highlightedId === region.id}
            alone={selectedIds.size === 1 && selectedIds.has(region.id)}
            onGrab={(event, grip) => grab(event, region.id, grip)}
            onFocus={(byKeyboard) => {
              if (byKeyboard && !selectedIds.has(region.id))
                store.dispatch({ type: 'selected', ids: [region.id] });
            }}
            onHover={(over) => store.dispatch({ type: 'highlighted', id: over ? region.id : null })}
            onKey={(key) => byKey(region.id, key)}
          />
        ))}
        {drawn && <BoxShape className="pseudonymize-box drawn" box={drawn} />}
      </g>
    </svg>
  );
};
