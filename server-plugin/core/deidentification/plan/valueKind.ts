import { dictionaryEntry, isStringVR, type DataElement, type VR } from '../../part10/index.ts';

type ValueKind = 'text' | 'number' | 'bulk' | 'sequence';

const BULK: ReadonlySet<VR> = new Set<VR>(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN']);

const kindOf = (vr: VR): ValueKind => {
  if (vr === 'SQ') return 'sequence';
  if (BULK.has(vr)) return 'bulk';
  return isStringVR(vr) ? 'text' : 'number';
};

/**
 * Whether a value is written as something else than what the dictionary says it is: text where a number or a Sequence belongs, a
 * Sequence where text belongs. Such a value hides what it is, and is removed. Numbers in bulk (look-up tables as OW) are not.
 */
export const contradicts = (element: Pick<DataElement, 'vr' | 'items'>, expected: VR): boolean => {
  const written = element.vr === 'UN' && element.items !== null ? 'sequence' : kindOf(element.vr);
  const kind = kindOf(expected);
  if (kind === 'sequence' || written === 'sequence') return kind !== written;
  if (element.vr === 'UN') return false;
  if (kind === 'text' || written === 'text') return kind !== written;
  return false;
};

/** The VRs that identify by what they are; where dictionary and file disagree, either suffices. */
const IDENTIFYING: readonly VR[] = ['PN', 'UI', 'DA', 'DT', 'TM', 'AS'];

/** The VR whose rules a value falls under: the dictionary's, or the written one where only that identifies. */
export const governingVR = (written: VR, expected: VR): VR =>
  IDENTIFYING.includes(written) && !IDENTIFYING.includes(expected) ? written : expected;

/** The dictionary's VR of a public attribute, or undefined where it is in no dictionary. */
export const dictionaryVR = (element: DataElement): VR | undefined => dictionaryEntry(element.tag)?.vr;

const NUMBERS = /^[0-9+\-Ee. \\]*$/;

/** Whether text in a numeric string VR is made of numbers; else it is no number but something that hides there. */
export const isInRepertoire = (vr: VR, text: string): boolean =>
  (vr !== 'DS' && vr !== 'IS') || NUMBERS.test(text);
