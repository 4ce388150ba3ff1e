import {
  characterSetOf,
  find,
  walk,
  type DataElement,
  type Edit,
  type FileEdits,
  type NewElement,
  type Part10File,
  type Place,
  type Tag,
} from '../../part10/index.ts';
import type { PixelOutcome } from '../pixelOutcome.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import { decide, type Scope } from './decide.ts';
import { fileMeta, type Product } from './fileMeta.ts';
import { operate, type Operation, type OperationContext } from './operation.ts';
import { pixelRecordOf } from './pixelRecord.ts';
import { recordOf } from './record.ts';
import { newUID } from './pseudonymOf.ts';
import { sopInstanceElement, sopInstanceOf } from './sopInstance.ts';
import { refuseUncleanable } from './refusal.ts';
import { rootValue, subjectOf, type Subject } from './subject.ts';

/** What a plan is made with, beside the file. */
export interface DeidentificationContext {
  readonly profile: ResolvedProfile;
  readonly pseudonyms: Pseudonyms;
  readonly pixels: PixelOutcome;
  readonly product: Product;
}

/** An operation and where it happens. `element` is null where the file did not have the attribute. */
export interface PlannedAction extends Operation {
  /** Keywords with 1-based Items: `ReferencedSeriesSequence[1].SeriesInstanceUID`. */
  readonly path: string;
  readonly tag: Tag;
  readonly element: DataElement | null;
}

/** Who the object was of and whose it becomes: identifying, so for memory only. */
export interface PlannedIdentity {
  readonly subject: Subject;
  /** Original to new, of every UID that changes. */
  readonly uids: ReadonlyMap<string, string>;
  readonly newStudyInstanceUID: string;
  readonly newSeriesInstanceUID: string;
  readonly newSOPInstanceUID: string;
}

/** What is to be done with a file, to be carried out by `splice`. */
export interface Plan {
  readonly edits: FileEdits;
  /** Every Data Element of the result's and the file's Dataset but those inside removed Sequences, in the order of the bytes. */
  readonly actions: readonly PlannedAction[];
  readonly identity: PlannedIdentity;
}

/** The Sequences around the place of the walk, the innermost last. */
class OpenSequences {
  readonly #open: { readonly end: number; readonly operation: Operation }[] = [];

  /** The operation on a Sequence around the element that tells what becomes of text in it, or null. */
  around({ start }: DataElement): Operation | null {
    while ((this.#open.at(-1)?.end ?? Infinity) <= start) this.#open.pop();
    const operations = this.#open.map(({ operation }) => operation);
    return (
      operations.find(({ action }) => action === 'D') ??
      operations.find(({ action }) => action === 'C') ??
      null
    );
  }

  open({ end }: DataElement, operation: Operation): void {
    this.#open.push({ end, operation });
  }
}

const planElements = (
  file: Part10File,
  context: OperationContext,
  sopClassUID: string,
): readonly PlannedAction[] => {
  const { source } = file;
  const { profile } = context;
  const actions: PlannedAction[] = [];
  const sequences = new OpenSequences();
  walk(file, (place: Place) => {
    const { element, path } = place;
    const scope: Scope = {
      source,
      profile,
      sopClassUID,
      isRoot: place.dataset === file.dataset,
      within: sequences.around(element),
    };
    const operation = operate(place, decide(place, scope), context, scope);
    if (element.items !== null) sequences.open(element, operation);
    actions.push({ ...operation, path, tag: element.tag, element });
    return operation.edit === null;
  });
  return actions;
};

/** Adds the attributes of the record: in the place of what the file had, or anew. */
const planRecord = (
  file: Part10File,
  record: readonly NewElement[],
  edits: Map<DataElement, Edit>,
  insertions: NewElement[],
): void => {
  for (const attribute of record) {
    const element = find(file.dataset, attribute.tag);
    if (element === undefined) insertions.push(attribute);
    else edits.set(element, { action: 'replace', value: attribute.value, vr: attribute.vr });
  }
};

/**
 * Decides what to do with every Data Element of a file: which are removed, emptied, replaced, cleaned and kept, with what, and on
 * which grounds. Nothing is changed, nothing stored; the same file, profile and key give the same plan.
 *
 * @throws CodedError DEIDENTIFICATION_… where the object is one that is refused; PART10_UNKNOWN_CHARACTER_SET
 * @see PS3.15 annex E
 */
export const planDeidentification = (
  file: Part10File,
  { profile, pseudonyms, pixels, product }: DeidentificationContext,
): Plan => {
  const sopInstance = sopInstanceOf(file);
  refuseUncleanable(file, sopInstance, profile);
  const subject = subjectOf(file, sopInstance, pseudonyms);
  const uids = new Map<string, string>();
  const context: OperationContext = { source: file.source, profile, pseudonyms, subject, uids };
  const { sopClassUID } = sopInstance;
  const actions = planElements(file, context, sopClassUID);

  const uidOfCopy = (original: string): string => uids.get(original) ?? original;
  const identity: PlannedIdentity = {
    subject,
    uids,
    newStudyInstanceUID: uidOfCopy(rootValue(file, 'StudyInstanceUID')),
    newSeriesInstanceUID: uidOfCopy(rootValue(file, 'SeriesInstanceUID')),
    newSOPInstanceUID: profile.retainUIDs
      ? sopInstance.sopInstanceUID
      : newUID(sopInstance.sopInstanceUID, context),
  };

  const characterSet = characterSetOf(file.source, file.dataset);
  const edits = new Map(
    actions.flatMap(({ element, edit }) => (element === null || edit === null ? [] : [[element, edit]])),
  );
  const insertions: NewElement[] = [];
  planRecord(file, [sopInstanceElement(identity.newSOPInstanceUID)], edits, insertions);
  planRecord(file, recordOf(file, characterSet, profile, pixels, product), edits, insertions);
  planRecord(file, pixelRecordOf(file, characterSet, pixels), edits, insertions);
  for (const [element, edit] of pixels.changed?.edits ?? []) edits.set(element, edit);
  insertions.push(...(pixels.changed?.insertions ?? []));

  const transferSyntaxUID = pixels.changed?.transferSyntaxUID ?? file.transferSyntax.uid;
  return {
    edits: {
      dataset: {
        elements: edits,
        insertions: new Map([[file.dataset, insertions]]),
        removedItems: new Set(),
      },
      meta: fileMeta(sopClassUID, identity.newSOPInstanceUID, transferSyntaxUID, product),
    },
    actions,
    identity,
  };
};
