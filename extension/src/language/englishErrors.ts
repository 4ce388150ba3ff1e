import type { ErrorCode } from '@pseudonymize-redact/core/errors';

/** What a reader can do about an error, for every code, so that none is told in another language than the reader's. */
export const ENGLISH_ERRORS = {
  // Files that cannot be read
  PART10_NOT_DICOM: 'The file is not a DICOM file. Ask support to look at it in the archive.',
  PART10_TRUNCATED: 'The file is incomplete. Have it sent to the archive again.',
  PART10_MALFORMED: 'The file is damaged or not written as DICOM wants it. Ask support to look at it.',
  PART10_UNKNOWN_VR: 'The file holds values of a kind that DICOM does not know. Ask support to look at it.',
  PART10_UNKNOWN_TRANSFER_SYNTAX:
    'The file is stored in a form that is not understood. Ask support to have it converted.',
  PART10_DEFLATE: 'The compressed file cannot be unpacked. Have it sent to the archive again.',
  PART10_VALUE_TOO_LONG: 'A value of the file is longer than DICOM allows. Ask support to look at it.',
  PART10_UNKNOWN_CHARACTER_SET:
    'The file is written in characters that are not known, so its texts cannot be cleaned. Call support.',

  // Searching for text
  DETECTION_IMAGE_INVALID: 'The image does not have as many pixels as its header says.',
  DETECTION_IMAGE_UNAVAILABLE: 'The image could not be loaded.',
  DETECTION_MODEL_UNAVAILABLE: 'The text search could not be loaded. Check the network and search again.',
  DETECTION_FAILED: 'The text search failed.',
  DETECTION_ENDED: 'The text search was ended.',

  // The way to the bridge
  BRIDGE_UNREACHABLE:
    'The bridge cannot be reached. Check the network; what you reviewed stays in this page.',
  BRIDGE_MISSING: 'No bridge answers where this viewer looks for it.',
  BRIDGE_ANSWER_INVALID: 'The bridge and this viewer do not fit together. Ask support to update both.',
  BRIDGE_STOPPING: 'The bridge is being restarted. Try again in a minute.',
  REQUEST_INVALID: 'The bridge and this viewer do not fit together. Ask support to update both.',
  REQUEST_FOREIGN_ORIGIN:
    'The bridge takes requests only from the viewer that it belongs to. Open this viewer at its usual address.',
  REQUEST_FOREIGN_HOST: 'The bridge does not know the address of this viewer. Ask support to add it.',
  ROUTE_NOT_FOUND: 'The bridge and this viewer do not fit together. Ask support to update both.',
  INTERNAL: 'The bridge has failed. Try again; if it goes on, call support.',

  // Profiles
  PROFILE_INVALID: 'This profile has mistakes. Choose another one, or ask support to correct it.',
  PROFILE_NOT_ALLOWED: 'The project does not allow this profile any more. Choose another one.',
  PROFILE_NOT_FOUND: 'There is no such profile any more. Choose another one.',
  PROFILE_PRESET: 'This profile cannot be changed. It can be saved under another name.',
  PROFILE_LEAVES_IDENTIFIER:
    'This profile keeps something that identifies without saying so. Choose another one, or ask support to correct it.',

  // What is refused on purpose
  DEIDENTIFICATION_SOP_CLASS_UNKNOWN: 'A private or unknown kind of object, which cannot be cleaned safely.',
  DEIDENTIFICATION_ENCAPSULATED_DOCUMENT: 'A document, as a PDF, whose content cannot be cleaned.',
  DEIDENTIFICATION_VIDEO: 'A video, which cannot be searched for text.',
  DEIDENTIFICATION_AUDIO: 'Recorded sound, which cannot be cleaned.',
  DEIDENTIFICATION_RAW_DATA: 'Raw data of a manufacturer, which cannot be cleaned.',
  DEIDENTIFICATION_OVERLAY_OR_CURVE: 'Only an overlay or a curve, of which nothing would be left.',
  DEIDENTIFICATION_NO_PATIENT: 'An object that belongs to no patient.',
  DEIDENTIFICATION_SLIDE_LABEL: 'A picture with the label of a slide, where names and numbers are written.',
  DEIDENTIFICATION_NO_SOP_INSTANCE: 'An object without an identifier of its own.',

  // Pixels
  PIXELS_ABSENT: 'A box lies on an object that has no image. Delete the box and try again.',
  PIXELS_ATTRIBUTE_INVALID: 'The header contradicts itself about the image, so nothing can be covered on it.',
  PIXELS_LENGTH_MISMATCH: 'The image does not have as many pixels as its header says. Call support.',
  PIXELS_FRAMES_AMBIGUOUS:
    'It cannot be told where the frames of this image begin and end, so nothing can be covered on it.',
  PIXELS_REGION_OUTSIDE: 'A box lies outside the image. Move or delete it and try again.',
  PIXELS_FRAME_OUTSIDE:
    'A box belongs to a frame that the image does not have. Open the study again and check the boxes.',
  PIXELS_FILL_INVALID: 'The profile fills boxes with a value that this image cannot hold. Call support.',
  PIXELS_TRANSFER_SYNTAX_UNSUPPORTED:
    'On an image of this compression nothing can be covered without loss. Ask support to have it converted.',
  PIXELS_CODEC_FAILED: 'The image cannot be unpacked or packed again, so nothing can be covered on it.',
  PIXELS_NOT_VERIFIED: 'A redacted image did not pass its check; no copy was stored. Call support.',
  PIXELS_ULTRASOUND_REGIONS_ABSENT:
    'The profile covers what lies outside the ultrasound image, but its header does not say where that is. Choose another profile.',

  // Held images
  HOLD_NOT_FOUND: 'This image is not held back any more. Open the study again.',
  HOLD_DECIDED: 'This image was decided on already, perhaps by a colleague.',
  HOLD_TEXT_REMAINS: 'Text that may identify was found on the redacted image. It was not stored.',

  // The image archive and the database
  ORTHANC_UNREACHABLE:
    'The image archive does not answer. Try again in a minute; if it goes on, call support.',
  ORTHANC_UNAUTHORIZED: 'The image archive does not let the bridge in. Call support.',
  ORTHANC_NOT_FOUND: 'The image archive does not have this any more. Open the study again.',
  ORTHANC_REFUSED: 'The image archive has refused a request of the bridge. Call support.',
  DATABASE_NEWER: 'The bridge is older than its database. Call support.',

  // Where copies go
  DESTINATION_UNREACHABLE:
    'The destination of the copies does not answer. Try again in a minute; if it goes on, call support.',
  DESTINATION_UNAUTHORIZED: 'The destination of the copies does not let the bridge in. Call support.',
  DESTINATION_REFUSED: 'The destination did not take a copy. Call support.',
  DESTINATION_INVALID: 'The destination of this project is not set up rightly. Call support.',

  // Keys, pseudonyms and projects
  KEY_MISSING: 'The key of this project is missing, so no pseudonyms can be made. Call support.',
  KEY_READABLE_BY_OTHERS: 'The key of this project is not protected, so it is not used. Call support.',
  KEY_MALFORMED: 'The key of this project is damaged, so no pseudonyms can be made. Call support.',
  MAPPING_INVALID: 'The list of pseudonyms of this project cannot be read. Call support.',
  PATIENT_NOT_MAPPED:
    'This patient is not in the list of pseudonyms of the project. Ask whoever keeps the list.',
  VAULT_MISSING: 'This project has no place to keep its pseudonyms in. Call support.',
  VAULT_UNREADABLE: 'The kept pseudonyms of this project cannot be read. Call support.',
  PSEUDONYM_NOT_FOUND: 'This project has no such pseudonym.',
  PSEUDONYM_COLLISION:
    'Two patients would get the same pseudonym. Everything was stopped and no copy stored; call support.',
  REIDENTIFIERS_INVALID: 'The list of those who may re-identify cannot be read. Call support.',
  REIDENTIFICATION_REFUSED: 'Only who may re-identify may ask whom a pseudonym stands for.',
  REIDENTIFICATION_REASON_MISSING: 'Give a reason of at least ten characters.',
  REIDENTIFICATION_REASON_IDENTIFIES: 'Give a reason that does not name the patient: it is recorded.',
  PROJECTS_INVALID: 'The list of projects cannot be read. Call support.',
  PROJECT_NOT_FOUND: 'There is no such project any more. Choose another one.',
  PROJECT_RULES_CHANGED: 'The rules of the project have changed. The copies are being made again by them.',
  PROJECT_RULES_DIFFER:
    'A worker of the bridge has other rules for this project. Others go on; tell support.',

  // Studies and jobs
  STUDY_NOT_FOUND: 'The image archive does not have this study any more. Go back to the study list.',
  INSTANCE_NOT_FOUND: 'The image archive does not have this image any more. Open the study again.',
  STUDY_AMBIGUOUS:
    'Two patients in the archive have a study with this identifier. It must be cleared up first; call support.',
  JOB_NOT_FOUND: 'The bridge does not know this job any more. De-identify the study again.',
  JOB_UNFINISHED: 'This study is being de-identified for this project already. Wait until that has ended.',
  JOB_ENDS_WORKERS: 'This study has stopped the bridge several times and is not tried again. Call support.',
  JOB_CANCELLED: 'The job was cancelled.',
  JOB_REGION_UNKNOWN:
    'A box lies on an image that the archive does not have any more. Open the study again and check the boxes.',
  JOB_COPY_CONFLICT:
    'The archive holds something else in the place of the copy. Nothing was changed; call support.',
  REVIEW_SCOPE_UNKNOWN:
    'The archive does not have some of the reviewed images any more. Open the study again.',
  COPY_NOT_VERIFIED: 'The finished copy did not pass its check and was not stored. Call support.',

  // Exports and the command line
  SELECTION_INVALID: 'It cannot be told which studies are meant.',
  EXPORT_NOT_FOUND: 'There is no export of that name.',
  EXPORT_NAME_TAKEN: 'An export of that name belongs to another project. Choose another name.',
  VERIFICATION_UNSUPPORTED: 'Copies at a DICOM node cannot be checked again.',
  VERIFICATION_TOO_EARLY: 'The ZIP file of these copies is not ready yet. Try again later.',
  VERIFICATION_NOT_FOUND: 'There is no such check.',
  INPUT_NOT_FOUND: 'There is no such file or folder.',
  OUTPUT_HOLDS_INPUT: 'The originals lie in the folder of the copies. Choose another folder.',
  FILE_FAILED: 'The bridge could not read or write a file. Try again; if it goes on, call support.',
  REGIONS_INVALID: 'The file of boxes cannot be read.',
} as const satisfies Readonly<Record<ErrorCode, string>>;
