import {
  characterSetOf,
  formatTag,
  isStringVR,
  MemorySource,
  nameOf,
  numbersOf,
  textOf,
  walk,
  type ByteSource,
  type CharacterSet,
  type DataElement,
  type Edit,
  type Encoding,
  type NewValue,
  type Part10File,
  type Tag,
  type VR,
} from '../../part10/index.ts';
import type { ActionCode } from '../profile/profile.ts';
import type { Grounds } from './decision.ts';
import type { Plan } from './planDeidentification.ts';
import type { PlannedAction } from './plannedAction.ts';

/** What one attribute becomes, for a person to read. Identifying: for the authorised user only, and in memory only. */
export interface PreviewRow {
  /** Keywords with 1-based Items. */
  readonly path: string;
  readonly keyword: string;
  /** "(GGGG,EEEE)" */
  readonly tag: string;
  readonly vr: VR;
  readonly action: ActionCode;
  readonly grounds: Grounds;
  /** Null where the file did not have the attribute. */
  readonly oldValue: string | null;
  /** Null where the attribute is removed. */
  readonly newValue: string | null;
}

const MOST_CHARACTERS = 256;
const MOST_NUMBERS = 16;

const shortened = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;

const sizeOf = (bytes: number): string => `${bytes} bytes`;
const countOf = (items: number): string => (items === 1 ? '1 item' : `${items} items`);

const NUMBERS: ReadonlySet<VR> = new Set<VR>(['US', 'SS', 'UL', 'SL', 'FL', 'FD']);

interface Bytes {
  readonly source: ByteSource;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const shownBytes = (
  tag: Tag,
  vr: VR,
  bytes: Bytes,
  characterSet: CharacterSet,
  encoding: Encoding,
): string => {
  const element = { tag, vr, valueStart: bytes.valueStart, valueEnd: bytes.valueEnd };
  if (isStringVR(vr)) return shortened(textOf(bytes.source, element, characterSet));
  if (!NUMBERS.has(vr)) return sizeOf(bytes.valueEnd - bytes.valueStart);
  const numbers = numbersOf(bytes.source, element, encoding);
  const shown = numbers.slice(0, MOST_NUMBERS).join('\\');
  return numbers.length > MOST_NUMBERS ? `${shown}…` : shown;
};

const oldValueOf = (
  { source }: Part10File,
  element: DataElement,
  vr: VR,
  characterSet: CharacterSet,
  encoding: Encoding,
): string => {
  if (element.items !== null) return countOf(element.items.length);
  if (element.fragments !== null) return sizeOf(element.valueEnd - element.valueStart);
  return shownBytes(element.tag, vr, { source, ...element }, characterSet, encoding);
};

const newValueOf = (
  tag: Tag,
  vr: VR,
  value: NewValue,
  characterSet: CharacterSet,
  encoding: Encoding,
): string => {
  if ('items' in value) return countOf(value.items.length);
  if (!(value instanceof Uint8Array)) return 'new pixels';
  return shownBytes(
    tag,
    vr,
    { source: new MemorySource(value), valueStart: 0, valueEnd: value.length },
    characterSet,
    encoding,
  );
};

const afterEdit = (
  { tag, vr }: PlannedAction,
  edit: Edit,
  characterSet: CharacterSet,
  encoding: Encoding,
): string | null =>
  edit.action === 'remove' ? null : newValueOf(tag, edit.vr ?? vr, edit.value, characterSet, encoding);

const rowOf = (planned: PlannedAction, oldValue: string | null, newValue: string | null): PreviewRow => ({
  path: planned.path,
  keyword: nameOf(planned.tag),
  tag: formatTag(planned.tag),
  vr: planned.vr,
  action: planned.action,
  grounds: planned.grounds,
  oldValue,
  newValue,
});

/**
 * The list of what each attribute of a file becomes, in the order of the plan's actions; what lies inside Sequences that are removed or replaced is
 * not listed. Pixels and other bulk are told by their size.
 */
export const previewOf = (file: Part10File, { actions }: Plan): readonly PreviewRow[] => {
  const byElement = new Map(actions.map((action) => [action.element, action]));
  const rows: PreviewRow[] = [];
  walk(file, ({ element, dataset, characterSet }) => {
    const planned = byElement.get(element);
    if (planned === undefined) return false;
    const oldValue = oldValueOf(file, element, planned.vr, characterSet, dataset.encoding);
    const newValue =
      planned.edit === null ? oldValue : afterEdit(planned, planned.edit, characterSet, dataset.encoding);
    rows.push(rowOf(planned, oldValue, newValue));
    return planned.edit === null;
  });
  const characterSet = characterSetOf(file.source, file.dataset);
  for (const planned of actions) {
    if (planned.element !== null || planned.edit === null) continue;
    rows.push(rowOf(planned, null, afterEdit(planned, planned.edit, characterSet, file.dataset.encoding)));
  }
  return rows;
};
