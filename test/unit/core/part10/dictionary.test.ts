import {
  dictionaryEntry,
  formatTag,
  isGroupLength,
  isPrivate,
  isPrivateCreator,
  makeTag,
  nameOf,
  tagOfKeyword,
  valueVR,
  type VR,
} from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';

describe('the data dictionary', () => {
  it.each<[number, string, VR]>([
    [0x00100010, 'PatientName', 'PN'],
    [0x00081115, 'ReferencedSeriesSequence', 'SQ'],
    [0x7fe00010, 'PixelData', 'OW'],
    [0x60003000, 'OverlayData', 'OW'],
    [0x601e3000, 'OverlayData', 'OW'],
    [0x50040010, 'NumberOfPoints', 'US'],
    [0x00280106, 'SmallestImagePixelValue', 'US'],
  ])('knows %i', (tag, keyword, vr) => {
    expect(dictionaryEntry(tag)).toEqual({ keyword, vr });
    expect(dictionaryEntry(tag)).toEqual({ keyword, vr });
    expect(nameOf(tag)).toBe(keyword);
  });

  it('finds a tag by its keyword', () => {
    expect(tagOfKeyword('PatientName')).toBe(0x00100010);
    expect(tagOfKeyword('constructor')).toBeUndefined();
    expect(tagOfKeyword('NoSuchKeyword')).toBeUndefined();
  });

  it.each([0x00091001, 0x00100011, 0x00100000])('has no entry for %i', (tag) => {
    expect(dictionaryEntry(tag)).toBeNull();
    expect(nameOf(tag)).toBe(formatTag(tag));
  });

  it.each<[number, VR, VR]>([
    [0x00100010, 'UN', 'PN'],
    [0x00100010, 'LO', 'LO'],
    [0x00090010, 'UN', 'LO'],
    [0x00090000, 'UN', 'UL'],
    [0x00091001, 'UN', 'UN'],
  ])('reads %i, written as %s, as %s', (tag, vr, read) => {
    expect(valueVR({ tag, vr })).toBe(read);
  });
});

describe('tags', () => {
  it('are 32-bit numbers without sign', () => {
    expect(makeTag(0xfffc, 0xfffc)).toBe(0xfffcfffc);
    expect(formatTag(0x0010000a)).toBe('(0010,000A)');
  });

  it.each([
    [0x00090010, true, true, false],
    [0x000900ff, true, true, false],
    [0x0009000f, true, false, false],
    [0x00091001, true, false, false],
    [0x00090000, true, false, true],
    [0x00080010, false, false, false],
  ])('tell what %i is', (tag, isPrivateTag, isCreator, isLength) => {
    expect([isPrivate(tag), isPrivateCreator(tag), isGroupLength(tag)]).toEqual([
      isPrivateTag,
      isCreator,
      isLength,
    ]);
  });
});
