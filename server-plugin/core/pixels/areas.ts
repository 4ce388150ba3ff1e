import type { RowSpan } from './rowSpans.ts';

/** Pixels that hang together by their edges: regions that touch or overlap are one area. */
export type Area = readonly RowSpan[];

const touch = (a: RowSpan, b: RowSpan): boolean => a.row === b.row + 1 && a.start < b.end && b.start < a.end;

/**
 * The areas of a frame, in the order of their first pixels.
 *
 * @param spans of one frame, in the order of the rows, none touching another of its row
 */
export const areasOf = (spans: readonly RowSpan[]): readonly Area[] => {
  /** Of each span, one of its area that comes before it, or itself: the first of the area. */
  const earlier = spans.map((_, index) => index);
  const firstOf = (index: number): number => {
    let first = index;
    while (earlier[first] !== first) first = earlier[first] ?? first;
    return first;
  };
  spans.forEach((span, index) => {
    for (let before = index - 1; before >= 0; before--) {
      const other = spans[before];
      if (other === undefined || other.row < span.row - 1) break;
      if (!touch(span, other)) continue;
      const [a, b] = [firstOf(index), firstOf(before)];
      earlier[Math.max(a, b)] = Math.min(a, b);
    }
  });
  const areas = new Map<number, RowSpan[]>();
  spans.forEach((span, index) => {
    const first = firstOf(index);
    const area = areas.get(first);
    if (area === undefined) areas.set(first, [span]);
    else area.push(span);
  });
  return [...areas.values()];
};
