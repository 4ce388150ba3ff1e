/** What a reader can do about an error; for the others the bridge's own message is shown. */
export const ENGLISH_ERRORS = {
  BRIDGE_UNREACHABLE:
    'The bridge cannot be reached. Check the network; what you reviewed stays in this page.',
  BRIDGE_MISSING: 'No bridge answers where this viewer looks for it.',
  BRIDGE_ANSWER_INVALID: 'The bridge and this viewer do not fit together. Ask support to update both.',
  ORTHANC_UNREACHABLE:
    'The image archive does not answer. Try again in a minute; if it goes on, call support.',
  ORTHANC_UNAUTHORIZED: 'The image archive does not let the bridge in. Call support.',
  STUDY_NOT_FOUND: 'The image archive does not have this study any more. Go back to the study list.',
  STUDY_AMBIGUOUS:
    'Two patients in the archive have a study with this identifier. It must be cleared up first; call support.',
  PROJECT_NOT_FOUND: 'There is no such project any more. Choose another one.',
  PROFILE_NOT_ALLOWED: 'The project does not allow this profile any more. Choose another one.',
  JOB_UNFINISHED: 'This study is being de-identified for this project already. Wait until that has ended.',
  JOB_COPY_CONFLICT:
    'The archive holds something else in the place of the copy. Nothing was changed; call support.',
  COPY_NOT_VERIFIED: 'The finished copy did not pass its check and was not stored. Call support.',
  PIXELS_NOT_VERIFIED: 'A redacted image did not pass its check; no copy was stored. Call support.',
  KEY_MISSING: 'The key of this project is missing, so no pseudonyms can be made. Call support.',
  INTERNAL: 'The bridge has failed. Try again; if it goes on, call support.',
  DETECTION_MODEL_UNAVAILABLE: 'The text search could not be loaded. Check the network and search again.',
  DETECTION_IMAGE_UNAVAILABLE: 'The image could not be loaded.',
  DETECTION_FAILED: 'The text search failed.',
};
