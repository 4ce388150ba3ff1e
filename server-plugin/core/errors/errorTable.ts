/**
 * The one table of coded errors: documentation and OpenAPI are made from it.
 * `message` never holds a value of a dataset; `status` is the HTTP status; `retryable` says whether the same
 * call can succeed later with nothing changed.
 */
export interface ErrorEntry {
  readonly message: string;
  readonly status: number;
  readonly retryable: boolean;
}

const entry = (status: number, retryable: boolean, message: string): ErrorEntry => ({
  message,
  status,
  retryable,
});

export const ERROR_TABLE = {
  // Reading DICOM Part 10 (PS3.10, PS3.5)
  PART10_NOT_DICOM: entry(
    422,
    false,
    'The file is not a DICOM Part 10 file: no DICM prefix after the preamble.',
  ),
  PART10_TRUNCATED: entry(422, false, 'The file ends inside a data element.'),
  PART10_MALFORMED: entry(422, false, 'The file has a structure that PS3.5 does not allow.'),
  PART10_UNKNOWN_VR: entry(422, false, 'The file has a Value Representation that PS3.5 does not define.'),
  PART10_UNKNOWN_TRANSFER_SYNTAX: entry(422, false, 'The Transfer Syntax is not one that is understood.'),
  PART10_DEFLATE: entry(422, false, 'The deflated dataset cannot be inflated.'),
  PART10_VALUE_TOO_LONG: entry(422, false, 'A value is longer than its length field can tell.'),
  PART10_UNKNOWN_CHARACTER_SET: entry(
    422,
    false,
    'The Specific Character Set is not one that PS3.3 defines.',
  ),
  // Text detection
  DETECTION_IMAGE_INVALID: entry(422, false, 'The image to search has not as many pixels as its size says.'),
  DETECTION_IMAGE_UNAVAILABLE: entry(503, true, 'The image could not be loaded, so it was not searched.'),
  DETECTION_MODEL_UNAVAILABLE: entry(
    503,
    true,
    'A file of text detection cannot be loaded, or is not the one that was published.',
  ),
  DETECTION_FAILED: entry(500, true, 'Text detection failed.'),
  DETECTION_ENDED: entry(503, true, 'Text detection was ended.'),
  // The viewer's way to the bridge
  BRIDGE_UNREACHABLE: entry(503, true, 'The bridge cannot be reached.'),
  BRIDGE_MISSING: entry(404, false, 'No bridge answers at its address.'),
  BRIDGE_ANSWER_INVALID: entry(502, false, 'The bridge gave an answer that the viewer does not understand.'),
  // De-identification: profiles (PS3.15 annex E)
  PROFILE_INVALID: entry(400, false, 'The de-identification profile is not valid.'),
  PROFILE_NOT_ALLOWED: entry(400, false, 'The project does not allow this profile.'),
  PROFILE_NOT_FOUND: entry(404, false, 'There is no such profile.'),
  PROFILE_PRESET: entry(409, false, 'The profile comes with the product: save it under another name.'),
  PROFILE_LEAVES_IDENTIFIER: entry(
    400,
    false,
    'The profile keeps an identifier and does not say so: set leavesIdentifiers, and objects claim no de-identification.',
  ),
  // De-identification: objects that are refused on purpose
  DEIDENTIFICATION_SOP_CLASS_UNKNOWN: entry(
    422,
    false,
    'The SOP Class is private or not known, so what its attributes mean cannot be trusted.',
  ),
  DEIDENTIFICATION_ENCAPSULATED_DOCUMENT: entry(
    422,
    false,
    'The object is an encapsulated document (PDF, CDA, 3D model), whose content cannot be cleaned.',
  ),
  DEIDENTIFICATION_VIDEO: entry(
    422,
    false,
    'The object is a video, which cannot be searched for burned-in text.',
  ),
  DEIDENTIFICATION_AUDIO: entry(
    422,
    false,
    'The object holds recorded speech or sound, which cannot be cleaned.',
  ),
  DEIDENTIFICATION_RAW_DATA: entry(
    422,
    false,
    'The object holds raw data of a manufacturer, which cannot be cleaned.',
  ),
  DEIDENTIFICATION_OVERLAY_OR_CURVE: entry(
    422,
    false,
    'The object is nothing but an overlay or a curve, which de-identification removes.',
  ),
  DEIDENTIFICATION_NO_PATIENT: entry(
    422,
    false,
    'The object belongs to no patient, and is not de-identified.',
  ),
  DEIDENTIFICATION_SLIDE_LABEL: entry(
    422,
    false,
    'The image shows the label of a slide or the whole slide with it, where names and numbers are written.',
  ),
  DEIDENTIFICATION_NO_SOP_INSTANCE: entry(422, false, 'The object has no SOP Instance UID.'),
  // Pixel redaction (PS3.3 section C.7.6.3, PS3.5 section 8)
  PIXELS_ABSENT: entry(422, false, 'The object has no pixels, but a region names it.'),
  PIXELS_ATTRIBUTE_INVALID: entry(
    422,
    false,
    'An attribute that says what the pixels are is missing or contradicts the others.',
  ),
  PIXELS_LENGTH_MISMATCH: entry(422, false, 'The Pixel Data are not as long as their attributes say.'),
  PIXELS_FRAMES_AMBIGUOUS: entry(
    422,
    false,
    'It cannot be told which fragments of the encapsulated Pixel Data make up which frame.',
  ),
  PIXELS_REGION_OUTSIDE: entry(400, false, 'A region lies outside the image.'),
  PIXELS_FRAME_OUTSIDE: entry(400, false, 'A region names a frame that the image does not have.'),
  PIXELS_FILL_INVALID: entry(
    400,
    false,
    'The fill is not one stored value for each sample, within the range of the Bits Stored.',
  ),
  PIXELS_TRANSFER_SYNTAX_UNSUPPORTED: entry(
    422,
    false,
    'The pixels would have to change, and no lossless codec is there for the Transfer Syntax.',
  ),
  PIXELS_CODEC_FAILED: entry(422, false, 'A frame cannot be decoded or encoded.'),
  PIXELS_NOT_VERIFIED: entry(
    500,
    false,
    'The redacted pixels are not what they must be: constant inside the regions, unchanged outside.',
  ),
  PIXELS_ULTRASOUND_REGIONS_ABSENT: entry(
    422,
    false,
    'The image has no ultrasound regions, but everything outside them is to be blanked.',
  ),

  // Holds
  HOLD_NOT_FOUND: entry(404, false, 'There is no such hold.'),
  HOLD_DECIDED: entry(409, false, 'The hold was decided already.'),
  HOLD_TEXT_REMAINS: entry(
    422,
    false,
    'Text that may identify was found on the redacted image; it was not stored.',
  ),

  // Orthanc
  ORTHANC_UNREACHABLE: entry(502, true, 'Orthanc cannot be reached.'),
  ORTHANC_UNAUTHORIZED: entry(502, false, 'Orthanc does not accept the credentials of the bridge.'),
  ORTHANC_NOT_FOUND: entry(404, false, 'Orthanc does not have what was asked for.'),
  ORTHANC_REFUSED: entry(502, false, 'Orthanc has refused a request of the bridge.'),

  // The database
  DATABASE_NEWER: entry(
    500,
    false,
    'The database was changed by a newer version of the bridge: start that version, or go back to a backup.',
  ),

  // Destinations of copies
  DESTINATION_UNREACHABLE: entry(502, true, 'The destination of the copies cannot be reached.'),
  DESTINATION_UNAUTHORIZED: entry(
    502,
    false,
    'The destination of the copies does not accept the credentials of the bridge.',
  ),
  DESTINATION_REFUSED: entry(502, false, 'The destination does not take a copy.'),
  DESTINATION_INVALID: entry(
    500,
    false,
    'The destination of the project cannot be used as it is configured.',
  ),

  // Keys and projects
  KEY_MISSING: entry(500, false, 'The key file of the project is missing.'),
  KEY_READABLE_BY_OTHERS: entry(
    500,
    false,
    'Others than the owner may read the key file of the project (mode 0600 is needed).',
  ),
  KEY_MALFORMED: entry(500, false, 'The key file of the project does not hold 64 hexadecimal digits.'),
  MAPPING_INVALID: entry(
    400,
    false,
    "The administrator's list of pseudonyms cannot be read: a CSV file with the header id_old,id_new is needed.",
  ),
  PATIENT_NOT_MAPPED: entry(422, false, "The patient is not in the administrator's list of pseudonyms."),
  VAULT_MISSING: entry(400, false, 'Random pseudonyms need a vault to be kept in.'),
  VAULT_UNREADABLE: entry(500, false, 'The vault of the project cannot be read: another key, or damage.'),
  REIDENTIFIERS_INVALID: entry(500, false, 'The list of re-identifiers is not what is expected.'),
  REIDENTIFICATION_REFUSED: entry(
    403,
    false,
    'Only a re-identifier, with a secret, may ask who a pseudonym is.',
  ),
  REIDENTIFICATION_REASON_MISSING: entry(400, false, 'A reason of at least ten characters is needed.'),
  REIDENTIFICATION_REASON_IDENTIFIES: entry(
    400,
    false,
    'The reason names the patient: it stands in the audit.',
  ),
  PSEUDONYM_NOT_FOUND: entry(404, false, 'The vault of the project has no such pseudonym.'),
  PROJECTS_INVALID: entry(500, false, 'The list of projects cannot be read.'),
  PROJECT_NOT_FOUND: entry(404, false, 'There is no such project.'),

  // Studies and jobs
  STUDY_NOT_FOUND: entry(404, false, 'There is no such study in Orthanc.'),
  INSTANCE_NOT_FOUND: entry(404, false, 'There is no such instance in that study.'),
  STUDY_AMBIGUOUS: entry(
    409,
    false,
    'Studies of different patients in Orthanc have this Study Instance UID.',
  ),
  JOB_NOT_FOUND: entry(404, false, 'There is no such job.'),
  JOB_UNFINISHED: entry(409, true, 'Another job of the same study and project has not ended.'),
  SELECTION_INVALID: entry(400, false, 'It cannot be told which studies are meant.'),
  EXPORT_NOT_FOUND: entry(404, false, 'There is no export of that name.'),
  VERIFICATION_UNSUPPORTED: entry(
    422,
    false,
    'Copies at a DICOM node cannot be read back: they are checked again at every other destination.',
  ),
  VERIFICATION_TOO_EARLY: entry(409, true, 'The ZIP file of these copies is not written yet.'),
  VERIFICATION_NOT_FOUND: entry(404, false, 'There is no such verification.'),
  EXPORT_NAME_TAKEN: entry(409, false, 'An export of that name belongs to another project.'),
  JOB_ENDS_WORKERS: entry(
    500,
    false,
    'The process that worked on the job ended several times in a row, so the job is not tried again.',
  ),
  PROJECT_RULES_CHANGED: entry(
    503,
    true,
    'The rules of the project changed while copies were made; they are made again.',
  ),
  PROJECT_RULES_DIFFER: entry(
    503,
    true,
    'This worker has other rules of the project than the bridge: copy projects.json and the profiles to it. Other workers go on.',
  ),
  JOB_CANCELLED: entry(409, false, 'The job was cancelled.'),
  JOB_REGION_UNKNOWN: entry(
    400,
    false,
    'A region names an instance or a series that the study does not have.',
  ),
  REVIEW_SCOPE_UNKNOWN: entry(
    400,
    false,
    'The review names an instance or a series that the study does not have.',
  ),
  JOB_COPY_CONFLICT: entry(
    409,
    false,
    'An object that the bridge did not make has the SOP Instance UID of a copy. It was left as it is.',
  ),

  // The HTTP interface
  BRIDGE_STOPPING: entry(503, true, 'The bridge is stopping; the next start goes on.'),
  REQUEST_INVALID: entry(400, false, 'The request is not what the interface expects.'),
  REQUEST_FOREIGN_ORIGIN: entry(403, false, 'The request comes from another origin than the viewer.'),
  REQUEST_FOREIGN_HOST: entry(
    403,
    false,
    'The request names a host that is not the bridge. Set PUBLIC_HOSTS where a reverse proxy gives it another name.',
  ),
  ROUTE_NOT_FOUND: entry(404, false, 'There is no such address.'),
  INTERNAL: entry(500, false, 'The bridge has failed. Its log has the details.'),

  // Verifying the finished copy
  COPY_NOT_VERIFIED: entry(500, false, 'The finished copy is not what it must be; it was not stored.'),

  // Command line
  INPUT_NOT_FOUND: entry(404, false, 'There is no such file or folder.'),
  OUTPUT_HOLDS_INPUT: entry(
    400,
    false,
    'The input lies in the output folder: what is written could not be told from it.',
  ),
  FILE_FAILED: entry(500, true, 'The file could not be read or written.'),
  REGIONS_INVALID: entry(400, false, 'The file of regions is not what is expected.'),
  PSEUDONYM_COLLISION: entry(
    500,
    false,
    'Two originals would get one pseudonym, so two people would become one. The run was stopped.',
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;
