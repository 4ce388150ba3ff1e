import type { PixelBox, Point } from '@pseudonymize-redact/core/text-detection';
import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type PointerEvent,
  type ReactElement,
} from 'react';
import { deleteRegions, drawRegion, placeRegion } from '../store/edits.ts';
import { regionsOfImage } from '../store/regionMap.ts';
import type { ReviewRegion } from '../store/reviewRegion.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import { boxBetween, movedBox, resizedBox, type BoxHandle } from './boxEditing.ts';
import type { BoxKey } from './boxKeys.ts';
import { applyAffine, invertAffine } from './imageToCanvas.ts';
import { BoxShape, RegionBox, stopPrimary } from './RegionBox.tsx';
import type { StackView, ViewedImage } from './stackView.ts';

/** What the pointer is doing: drawing a new box, or changing one; the store hears of it at the end. */
interface Drag {
  readonly regionId: string | null;
  readonly boxAt: (to: Point) => PixelBox | null;
  readonly box: PixelBox | null;
}

interface OverlayProps {
  readonly store: ReviewStore;
  readonly view: StackView;
  /** Makes the viewport the active one; the viewer does not hear of clicks on boxes. */
  readonly activate: () => void;
}

/** The boxes above one viewport. It has no state of its own beside the drag: what it shows is the store's. */
export const RegionOverlay = ({ store, view, activate }: OverlayProps): ReactElement | null => {
  const { regions, selectedIds, tool } = useSyncExternalStore(store.subscribe, store.getState);
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
  }, [view, viewed]);

  if (viewed === null) return null;
  const { ref: image, size } = viewed;
  const shown = regionsOfImage(regions, image);

  const pointAt = ({ clientX, clientY }: PointerEvent): Point | null => {
    const affine = view.imageToCanvas();
    const { left, top } = view.element.getBoundingClientRect();
    return affine && applyAffine(invertAffine(affine), [clientX - left, clientY - top]);
  };

  /** Takes the pointer from the viewer's tools; every other button and the wheel stay theirs. */
  const begin = (
    event: PointerEvent<SVGElement>,
    regionId: string | null,
    boxAt: (from: Point, to: Point) => PixelBox | null,
  ): void => {
    const from = stopPrimary(event) ? pointAt(event) : null;
    if (from === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    activate();
    store.dispatch({ type: 'selected', ids: regionId === null ? [] : [regionId] });
    setDrag({ regionId, boxAt: (to) => boxAt(from, to), box: null });
  };

  const draw = (event: PointerEvent<SVGElement>): void =>
    begin(event, null, (from, to) => boxBetween(from, to, size));

  const change = (
    event: PointerEvent<SVGElement>,
    { id, box }: ReviewRegion,
    handle: BoxHandle | null,
  ): void =>
    begin(event, id, ([x0, y0], [x1, y1]) => {
      const by: Point = [x1 - x0, y1 - y0];
      return handle === null ? movedBox(box, by, size) : resizedBox(box, handle, by, size);
    });

  const follow = (event: PointerEvent): void => {
    const to = drag && pointAt(event);
    if (to) setDrag({ ...drag, box: drag.boxAt(to) });
  };

  const end = (): void => {
    setDrag(null);
    if (!drag?.box) return;
    const id = drag.regionId ?? crypto.randomUUID();
    const changes =
      drag.regionId === null ? drawRegion(id, image, drag.box) : placeRegion(regions, id, drag.box);
    store.dispatch({ type: 'edited', changes });
    store.dispatch({ type: 'selected', ids: [id] });
  };

  const byKey = ({ id, box }: ReviewRegion, key: BoxKey): void => {
    const changes =
      key.type === 'delete'
        ? deleteRegions(regions, new Set([id]))
        : placeRegion(
            regions,
            id,
            key.type === 'move' ? movedBox(box, key.by, size) : resizedBox(box, { x: 1, y: 1 }, key.by, size),
          );
    store.dispatch({ type: 'edited', changes });
  };

  return (
    <svg
      className="pseudonymize-overlay"
      role="group"
      aria-label="Regions to redact"
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
            label={`Region ${index + 1} of ${shown.length}`}
            box={(drag?.regionId === region.id ? drag.box : null) ?? region.box}
            selected={selectedIds.has(region.id)}
            onGrab={(event, handle) => change(event, region, handle)}
            onSelect={() => store.dispatch({ type: 'selected', ids: [region.id] })}
            onKey={(key) => byKey(region, key)}
          />
        ))}
        {drag?.regionId === null && drag.box && (
          <BoxShape className="pseudonymize-box drawn" box={drag.box} />
        )}
      </g>
    </svg>
  );
};
