import { describe, expect, it } from 'vitest';
import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { Finding } from '../../../../server-plugin/core/text-detection/passes.ts';
import { isDrawnLine } from '../../../../server-plugin/core/text-detection/drawnLines.ts';

const FINDING: Finding = {
  rectangle: { x: 100, y: 50, halfLength: 80, halfHeight: 24, angle: 0 },
  confidence: 0.7,
  picture: { width: 1, height: 1, channels: 1, data: new Uint8Array(1) },
};
const letters = (more: { parts?: number; steepness?: number; box?: PixelBox } = {}) => ({
  box: [30, 32, 170, 68] as const,
  contrast: 120,
  steepness: 1,
  parts: 6,
  ...more,
});

describe('a line in a script that the reader does not know', () => {
  it.each([
    { what: 'strokes with edges in a row', group: letters(), is: true },
    { what: 'three of them', group: letters({ parts: 3 }), is: true },
    { what: 'two of them', group: letters({ parts: 2 }), is: false },
    { what: 'slopes in the place of edges', group: letters({ steepness: 0.5 }), is: false },
    { what: 'strokes that are a small part of it', group: letters({ box: [60, 40, 80, 60] }), is: false },
    { what: 'strokes that go far beyond it', group: letters({ box: [30, 32, 330, 68] }), is: false },
  ])('[TD-39] is told by $what: $is', ({ group, is }) => {
    expect(isDrawnLine(FINDING, [group])).toBe(is);
  });

  it('[TD-39] is not told where the detector is not sure of it', () => {
    expect(isDrawnLine({ ...FINDING, confidence: 0.5 }, [letters()])).toBe(false);
  });

  it('[TD-39] is not told by strokes that are counted together', () => {
    const half = letters({ parts: 2, box: [30, 32, 90, 68] });
    const otherHalf = letters({ parts: 2, box: [110, 32, 170, 68] });
    expect(isDrawnLine(FINDING, [half, otherHalf])).toBe(false);
  });
});
