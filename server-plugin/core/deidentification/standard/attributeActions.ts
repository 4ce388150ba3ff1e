import { ACQUISITION } from './attribute-actions/acquisition.ts';
import { INTERPRETATION } from './attribute-actions/interpretation.ts';
import { PATIENT_AND_STUDY } from './attribute-actions/patientAndStudy.ts';
import { PRESENTATION_AND_STORAGE } from './attribute-actions/presentationAndStorage.ts';
import { PROCEDURE } from './attribute-actions/procedure.ts';
import { RADIOTHERAPY } from './attribute-actions/radiotherapy.ts';

/**
 * PS3.15 Table E.1-1: one attribute a line. Tag, keyword, action of the Basic Application Level Confidentiality Profile, and the
 * action of each Option that has one. Repeating groups (50xx, 60xx) and private attributes are rules of the plan, not rows.
 */
export const ATTRIBUTE_ACTIONS: readonly string[] = [
  PATIENT_AND_STUDY,
  ACQUISITION,
  PROCEDURE,
  PRESENTATION_AND_STORAGE,
  RADIOTHERAPY,
  INTERPRETATION,
].flatMap((part) => part.trim().split('\n'));
