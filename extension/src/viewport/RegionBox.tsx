import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactElement, TouchEvent } from 'react';
import { t } from '../language/language.ts';
import type { RegionPlace } from '../store/edits.ts';
import { isToBeRedacted, type ReviewRegion } from '../store/reviewRegion.ts';
import { BOX_HANDLES, handlePoint, type BoxHandle } from './boxEditing.ts';
import { boxKey, type BoxKey } from './boxKeys.ts';

const PRIMARY_BUTTON = 0;
/** Of the handle that rotates, above the box, in parts of the box's height. */
const ROTATE_DISTANCE = 0.9;
const LEAST_ROTATE_PIXELS = 12;

/** Keeps a press of the primary button from the viewer's tools. @returns whether it was one */
export const stopPrimary = (event: MouseEvent): boolean => {
  if (event.button !== PRIMARY_BUTTON) return false;
  event.stopPropagation();
  return true;
};

/** Keeps a single finger from the viewer's tools; two are the viewer's, on a box as well. */
export const stopOneFinger = (event: TouchEvent): void => {
  if (event.touches.length === 1) event.stopPropagation();
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

/** What of a box is grabbed: all of it, an edge or a corner, or the handle that rotates. */
export type Grip = BoxHandle | 'box' | 'rotation';

interface RegionBoxProps {
  readonly region: ReviewRegion;
  readonly label: string;
  /** In image pixels: the region's own place, or where it is dragged to. */
  readonly place: RegionPlace;
  readonly selected: boolean;
  readonly highlighted: boolean;
  /** Of the only box that is selected: it has the handles. */
  readonly alone: boolean;
  readonly onGrab: (event: PointerEvent<SVGElement>, grip: Grip) => void;
  readonly onFocus: (byKeyboard: boolean) => void;
  readonly onHover: (over: boolean) => void;
  readonly onKey: (key: BoxKey) => void;
}

const Handles = ({ box, onGrab }: Pick<RegionBoxProps, 'onGrab'> & { box: PixelBox }): ReactElement => {
  const [x0, y0, x1, y1] = box;
  const above = Math.max(LEAST_ROTATE_PIXELS, (y1 - y0) * ROTATE_DISTANCE);
  return (
    <>
      <path
        className="pseudonymize-stem"
        d={`M${(x0 + x1) / 2} ${y0}v${-above}`}
        vectorEffect="non-scaling-stroke"
      />
      <path
        className="pseudonymize-handle rotation"
        data-handle="rotation"
        d={`M${(x0 + x1) / 2} ${y0 - above}h0`}
        vectorEffect="non-scaling-stroke"
        onPointerDown={(event) => onGrab(event, 'rotation')}
      />
      {BOX_HANDLES.map((handle) => {
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
    </>
  );
};

/** One box with its handles, in image pixels; the group around it maps them to the canvas. */
export const RegionBox = (props: RegionBoxProps): ReactElement => {
  const { region, label, place, selected, highlighted, alone, onGrab, onFocus, onHover, onKey } = props;
  const [x0, y0, x1, y1] = place.box;
  const covered = isToBeRedacted(region);
  const classes = [
    covered || region.textClass === 'harmless' ? region.textClass : 'left',
    region.decision,
    !covered && 'stays',
    selected && 'selected',
    highlighted && 'highlighted',
  ].filter(Boolean);

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
      className={`pseudonymize-region ${classes.join(' ')}`}
      data-region={region.id}
      transform={`rotate(${place.angleDegrees} ${(x0 + x1) / 2} ${(y0 + y1) / 2})`}
      tabIndex={0}
      role="button"
      aria-pressed={selected}
      aria-label={`${label}, ${t(`class_${region.textClass}`)}, ${t(covered ? 'covered' : 'stays')}`}
      onFocus={(event) => onFocus(event.currentTarget.matches(':focus-visible'))}
      onKeyDown={pressed}
      onMouseDown={stopPrimary}
      onTouchStart={stopOneFinger}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      <g onPointerDown={(event) => onGrab(event, 'box')}>
        <BoxShape className="pseudonymize-box" box={place.box} />
      </g>
      {alone && <Handles box={place.box} onGrab={onGrab} />}
    </g>
  );
};
