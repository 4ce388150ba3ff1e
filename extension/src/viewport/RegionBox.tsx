import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactElement } from 'react';
import { isToBeRedacted, type ReviewRegion } from '../store/reviewRegion.ts';
import { BOX_HANDLES, handlePoint, type BoxHandle } from './boxEditing.ts';
import { boxKey, type BoxKey } from './boxKeys.ts';

const PRIMARY_BUTTON = 0;

/** Keeps a press of the primary button from the viewer's tools. @returns whether it was one */
export const stopPrimary = (event: MouseEvent): boolean => {
  if (event.button !== PRIMARY_BUTTON) return false;
  event.stopPropagation();
  return true;
};

export const BoxShape = ({
  box: [x0, y0, x1, y1],
  className,
}: {
  box: PixelBox;
  className: string;
}): ReactElement => (
  <rect
    className={className}
    x={x0}
    y={y0}
    width={x1 - x0}
    height={y1 - y0}
    vectorEffect="non-scaling-stroke"
  />
);

interface RegionBoxProps {
  readonly region: ReviewRegion;
  readonly label: string;
  /** In image pixels: the region's own box, or where it is dragged to. */
  readonly box: PixelBox;
  readonly selected: boolean;
  readonly onGrab: (event: PointerEvent<SVGElement>, handle: BoxHandle | null) => void;
  readonly onSelect: () => void;
  readonly onKey: (key: BoxKey) => void;
}

/** One box with its handles, in image pixels; the group around it maps them to the canvas. */
export const RegionBox = (props: RegionBoxProps): ReactElement => {
  const { region, label, box, selected, onGrab, onSelect, onKey } = props;
  const [x0, y0, x1, y1] = box;
  const covered = isToBeRedacted(region);

  const pressed = (event: KeyboardEvent): void => {
    const key = boxKey(event);
    if (key === null) return;
    // Else the viewer would scroll as well.
    event.preventDefault();
    event.stopPropagation();
    onKey(key);
  };

  return (
    <g
      className={`pseudonymize-region ${covered ? region.textClass : 'rejected'} ${selected ? 'selected' : ''}`}
      data-region={region.id}
      transform={`rotate(${region.angleDegrees} ${(x0 + x1) / 2} ${(y0 + y1) / 2})`}
      tabIndex={0}
      role="button"
      aria-pressed={selected}
      aria-label={`${label}, ${region.textClass}, ${covered ? 'will be redacted' : 'will stay'}`}
      onFocus={onSelect}
      onKeyDown={pressed}
      onMouseDown={stopPrimary}
      onTouchStart={(event) => event.stopPropagation()}
    >
      <g onPointerDown={(event) => onGrab(event, null)}>
        <BoxShape className="pseudonymize-box" box={box} />
      </g>
      {selected &&
        BOX_HANDLES.map((handle) => {
          const [x, y] = handlePoint(box, handle);
          return (
            // A line of no length: its round caps are a dot of the same size at every zoom.
            <path
              key={`${handle.x} ${handle.y}`}
              className="pseudonymize-handle"
              data-handle={`${handle.x} ${handle.y}`}
              d={`M${x} ${y}h0`}
              vectorEffect="non-scaling-stroke"
              onPointerDown={(event) => onGrab(event, handle)}
            />
          );
        })}
    </g>
  );
};
