import { randomUUID } from 'node:crypto';
import {
  concatenate,
  encodeElement,
  encodeNumbers,
  encodeText,
  DEFAULT_CHARACTER_SET,
  itemHeader,
  segmentOf,
  segmentsLength,
  type NewElement,
  type Segment,
  type Tag,
  type VR,
} from '@pseudonymize-redact/core/part10';
import { fileMeta } from '@pseudonymize-redact/core/deidentification';
import { PRODUCT } from '../../engine/product.ts';
import type { DirectoryRecord } from './directoryTree.ts';
import { DIRECTORY_ENCODING } from './recordElements.ts';

const MEDIA_STORAGE_DIRECTORY = '1.2.840.10008.1.3.10';
const EXPLICIT_VR_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const PREAMBLE_BYTES = 128;
const IN_USE = 0xffff;
const ITEM_HEADER_BYTES = 8;
/** Of an element of VR SQ (PS3.5 table 7.1-1). */
const SEQUENCE_HEADER_BYTES = 12;

const number = (tag: Tag, vr: VR, value: number): NewElement => ({
  tag,
  vr,
  value: encodeNumbers(vr, [value], DIRECTORY_ENCODING),
});
const text = (tag: Tag, vr: VR, value: string): NewElement => ({
  tag,
  vr,
  value: encodeText(value, DEFAULT_CHARACTER_SET, vr),
});
const encoded = (elements: readonly NewElement[]): readonly Segment[] =>
  [...elements]
    .sort((a, b) => a.tag - b.tag)
    .flatMap((element) => encodeElement(element, DIRECTORY_ENCODING));

/** A record and where it lies; 0: there is none. */
interface PlacedRecord {
  readonly record: DirectoryRecord;
  offset: number;
  next: number;
  firstChild: number;
}

const elementsOf = ({ record, next, firstChild }: PlacedRecord): readonly NewElement[] => {
  const { type, keys, file } = record;
  return [
    number(0x00041400, 'UL', next),
    number(0x00041410, 'US', IN_USE),
    number(0x00041420, 'UL', firstChild),
    text(0x00041430, 'CS', type),
    ...(file === null
      ? []
      : [
          text(0x00041500, 'CS', file.fileId.join('\\')),
          text(0x00041510, 'UI', file.sopClassUID),
          text(0x00041511, 'UI', file.sopInstanceUID),
          text(0x00041512, 'UI', file.transferSyntaxUID),
        ]),
    ...keys,
  ];
};

/** Gives each record its place, one after the other, children after their parent. @returns the place after the last */
const place = (
  siblings: Iterable<DirectoryRecord>,
  start: number,
  placed: PlacedRecord[],
): { readonly end: number; readonly last: number } => {
  let end = start;
  let previous: PlacedRecord | null = null;
  for (const record of siblings) {
    const own: PlacedRecord = { record, offset: end, next: 0, firstChild: 0 };
    if (previous !== null) previous.next = own.offset;
    previous = own;
    placed.push(own);
    end += ITEM_HEADER_BYTES + segmentsLength(encoded(elementsOf(own)));
    if (record.children.size === 0) continue;
    own.firstChild = end;
    end = place(record.children.values(), end, placed).end;
  }
  return { end, last: previous?.offset ?? 0 };
};

const metaInformation = (): Uint8Array => {
  const uid = `2.25.${BigInt(`0x${randomUUID().replaceAll('-', '')}`)}`;
  const meta = encoded(fileMeta(MEDIA_STORAGE_DIRECTORY, uid, EXPLICIT_VR_LITTLE_ENDIAN, PRODUCT));
  const groupLength = encoded([number(0x00020000, 'UL', segmentsLength(meta))]);
  const prefix = Buffer.concat([Buffer.alloc(PREAMBLE_BYTES), Buffer.from('DICM')]);
  return concatenate([segmentOf(prefix), ...groupLength, ...meta]);
};

/**
 * A DICOMDIR: the Media Storage Directory of a file-set (PS3.10 section 8.6, PS3.3 annex F). Offsets in it count from the
 * beginning of the file.
 */
export const dicomdirOf = (root: ReadonlyMap<string, DirectoryRecord>): Uint8Array => {
  const head = metaInformation();
  const entity = (first: number, last: number): readonly Segment[] =>
    encoded([
      text(0x00041130, 'CS', ''),
      number(0x00041200, 'UL', first),
      number(0x00041202, 'UL', last),
      number(0x00041212, 'US', 0),
    ]);
  const start = head.length + segmentsLength(entity(0, 0)) + SEQUENCE_HEADER_BYTES;
  const placed: PlacedRecord[] = [];
  const { last } = place(root.values(), start, placed);
  const records = placed.flatMap((record) => {
    const elements = encoded(elementsOf(record));
    return [segmentOf(itemHeader(segmentsLength(elements), DIRECTORY_ENCODING)), ...elements];
  });
  const sequence = encodeElement({ tag: 0x00041220, vr: 'SQ', value: records }, DIRECTORY_ENCODING);
  return concatenate([segmentOf(head), ...entity(root.size === 0 ? 0 : start, last), ...sequence]);
};
