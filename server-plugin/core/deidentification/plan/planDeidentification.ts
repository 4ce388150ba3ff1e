import { characterSetOf, placesOf, type FileEdits, type Part10File, type Place } from '../../part10/index.ts';
import type { PixelOutcome } from '../pixelOutcome.ts';
import { knownTogether, knownValuesIn, NOTHING_KNOWN, type KnownValues } from '../free-text/knownValues.ts';
import type { Vocabulary } from '../free-text/vocabulary/vocabulary.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import { decide } from './decide.ts';
import type { Scope } from './decision.ts';
import { fileMeta, type Product } from './fileMeta.ts';
import { OpenSequences } from './openSequences.ts';
import { operate, type OperationContext } from './operation.ts';
import { patientIdentityOf, patientsIn } from './patientIdentity.ts';
import { pixelAdditions } from './pixelRecord.ts';
import { additionOf, editsOf, withAdditions, type PlannedAction } from './plannedAction.ts';
import { newUID, type PseudonymContext } from './pseudonymOf.ts';
import { recordOf } from './record.ts';
import { rootValue } from './rootValue.ts';
import { refuseUncleanable } from './refusal.ts';
import { sopInstanceElement, sopInstanceOf } from './sopInstance.ts';
import { subjectOf, type Subject } from './subject.ts';
import { textCleanerFor } from './textCleanerFor.ts';

/** What a plan is made with, beside the file. */
export interface DeidentificationContext {
  readonly profile: ResolvedProfile;
  readonly pseudonyms: Pseudonyms;
  readonly pixels: PixelOutcome;
  readonly product: Product;
  /** Words that cleaned text may keep. @default the project's own list of terms */
  readonly vocabulary?: Vocabulary;
  /** What other objects of the study tell of people, places and things. */
  readonly known?: KnownValues;
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
  /** One for every Data Element but those inside Sequences that go, in the order of the bytes; then those that are added. */
  readonly actions: readonly PlannedAction[];
  readonly identity: PlannedIdentity;
  /** What the object itself tells of people, places and things: for other objects of its study; identifying, for memory only. */
  readonly told: KnownValues;
}

const planElements = (
  { source, dataset }: Part10File,
  places: readonly Place[],
  context: OperationContext,
  sopClassUID: string,
): readonly PlannedAction[] => {
  const { profile } = context;
  const actions: PlannedAction[] = [];
  const sequences = new OpenSequences();
  let endOfChanged = 0;
  for (const place of places) {
    const { element, path } = place;
    // Items lie inside the bytes of their Sequence: what goes with it needs no plan of its own.
    if (element.start < endOfChanged) continue;
    const isRoot = place.dataset === dataset;
    const scope: Scope = { source, profile, sopClassUID, isRoot, within: sequences.around(element) };
    const operation = operate(place, decide(place, scope), context, scope);
    if (element.items !== null) sequences.open(element, operation);
    const { action, grounds, vr, edit } = operation;
    actions.push({ action, grounds, vr, edit, path, tag: element.tag, element });
    if (edit !== null) endOfChanged = element.end;
  }
  return actions;
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
  {
    profile,
    pseudonyms,
    pixels,
    product,
    vocabulary,
    known: ofStudy = NOTHING_KNOWN,
  }: DeidentificationContext,
): Plan => {
  const { sopClassUID, sopInstanceUID } = sopInstanceOf(file);
  refuseUncleanable(file, { sopClassUID, sopInstanceUID }, profile);
  const identity = patientIdentityOf(file, sopInstanceUID);
  const places = placesOf(file);
  const told = knownValuesIn(places, profile, patientsIn(places, file.source, identity));
  const others = [...ofStudy.patients.values()];
  const subject = subjectOf(file, identity, pseudonyms, others);
  const uids = new Map<string, string>();
  const pseudonymContext: PseudonymContext = { source: file.source, pseudonyms, subject, others, uids };
  const texts = textCleanerFor(file, knownTogether(told, ofStudy), profile, pseudonymContext, vocabulary);
  const context: OperationContext = { ...pseudonymContext, profile, texts };
  const planned = planElements(file, places, context, sopClassUID);

  const uidOfCopy = (keyword: string): string => {
    const original = rootValue(file, keyword);
    return uids.get(original) ?? original;
  };
  const newSOPInstanceUID = profile.retainUIDs ? sopInstanceUID : newUID(sopInstanceUID, context);
  const characterSet = characterSetOf(file.source, file.dataset);
  const record = [
    sopInstanceElement(newSOPInstanceUID),
    ...recordOf(file, characterSet, profile, pixels, product),
  ].map((attribute) => additionOf(attribute, 'record'));
  const actions = withAdditions(planned, file.dataset, [
    ...record,
    ...pixelAdditions(file, characterSet, pixels),
  ]);
  const transferSyntaxUID = pixels.changed?.transferSyntaxUID ?? file.transferSyntax.uid;
  return {
    edits: {
      dataset: editsOf(actions, file),
      meta: fileMeta(sopClassUID, newSOPInstanceUID, transferSyntaxUID, product),
    },
    actions,
    told,
    identity: {
      subject,
      uids,
      newStudyInstanceUID: uidOfCopy('StudyInstanceUID'),
      newSeriesInstanceUID: uidOfCopy('SeriesInstanceUID'),
      newSOPInstanceUID,
    },
  };
};
