import { describe, expect, it } from 'vitest';
import { readableValue } from '../../../../extension/src/panels/readableValue.ts';

describe('a value of the header', () => {
  it.each([
    ['DA', '20230314', '2023-03-14'],
    ['DA', '20230314\\20230401', '2023-03-14\\2023-04-01'],
    ['TM', '101512', '10:15:12'],
    ['TM', '101512.500000', '10:15:12.500000'],
    ['TM', '1015', '10:15'],
    ['DT', '20230314', '2023-03-14'],
    ['DT', '20230314101512.5+0100', '2023-03-14 10:15:12.5 +0100'],
  ])('of %s, %s, is read as %s', (vr, value, readable) => {
    expect(readableValue(vr, value)).toBe(readable);
  });

  it.each([
    ['DA', '2023.03.14'],
    ['DA', '202303'],
    ['TM', '10:15'],
    ['TM', '10'],
    ['DT', '2023'],
    ['LO', '20230314'],
    ['DA', ''],
  ])('of %s, %s, stays as it is where it is no whole date or time', (vr, value) => {
    expect(readableValue(vr, value)).toBe(value);
  });
});
