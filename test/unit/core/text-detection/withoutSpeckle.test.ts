import { describe, expect, it } from 'vitest';
import { withoutSpeckle } from '../../../../server-plugin/core/text-detection/withoutSpeckle.ts';

const filtered = (rows: readonly string[], least = 1): readonly string[] => {
  const width = rows[0]?.length ?? 0;
  const out = withoutSpeckle(Uint8Array.from(rows.join(''), Number), width, rows.length, least);
  return rows.map((_, y) => [...out.subarray(y * width, (y + 1) * width)].join(''));
};

describe('strokes without speckle', () => {
  it.each([
    { name: 'level', rows: ['00000', '07770', '00000'], kept: '00700' },
    { name: 'oblique', rows: ['07000', '00700', '00070'], kept: '00700' },
    { name: 'of which the faintest pixel counts', rows: ['00000', '09580', '00000'], kept: '00500' },
    { name: 'upright', rows: ['00600', '00800', '00700'], kept: '00600' },
  ])('[TD-30] are lines of three pixels, $name', ({ rows, kept }) => {
    expect(filtered(rows)).toEqual(['00000', kept, '00000']);
  });

  it('[TD-30] are no pixels that stand alone or in pairs, and none fainter than asked for', () => {
    expect(filtered(['00000', '07700', '00000'])).toEqual(['00000', '00000', '00000']);
    expect(filtered(['70700', '00000', '70707'])).toEqual(['00000', '00000', '00000']);
    expect(filtered(['00000', '07770', '00000'], 8)).toEqual(['00000', '00000', '00000']);
  });
});
