import type { Part10File } from '../../part10/index.ts';
import type { KnownValues } from '../free-text/knownValues.ts';
import type { TextDates } from '../free-text/moveDates.ts';
import { TextCleaner } from '../free-text/textCleaner.ts';
import { TERMS_ONLY } from '../free-text/vocabulary/terms.ts';
import type { Vocabulary } from '../free-text/vocabulary/vocabulary.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { newUID, type PseudonymContext } from './pseudonymOf.ts';
import { rootValue } from './rootValue.ts';

const handlingOf = (profile: ResolvedProfile): TextDates['handling'] => {
  if (profile.retainLongitudinalModifiedDates) return 'move';
  return profile.retainLongitudinalFullDates ? 'keep' : 'remove';
};

/** What the texts of an object are cleaned with: what it and its study tell, and the pseudonyms of its patient. */
export const textCleanerFor = (
  file: Part10File,
  known: KnownValues,
  profile: ResolvedProfile,
  context: PseudonymContext,
  vocabulary: Vocabulary = TERMS_ONLY,
): TextCleaner => {
  const { subject, pseudonyms } = context;
  const accessionNumber = rootValue(file, 'AccessionNumber');
  return new TextCleaner({
    known,
    vocabulary,
    dates: {
      handling: handlingOf(profile),
      shiftDays: subject.pseudonym.dateShiftDays,
      day: subject.day,
      birthDate: rootValue(file, 'PatientBirthDate'),
      knownDays: known.days,
    },
    identifier: (phrase) => {
      if (phrase === subject.identity.patientID) return subject.pseudonym.patientID;
      return phrase === accessionNumber ? pseudonyms.accessionNumber(phrase) : '';
    },
    uid: (original) => (profile.retainUIDs ? original : newUID(original, context)),
  });
};
