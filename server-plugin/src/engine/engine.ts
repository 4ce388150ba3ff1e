import type { KnownValues, PreviewRow } from '@pseudonymize-redact/core/deidentification';
import type { CopyFacts } from './copyFacts.ts';
import type { PixelOrder } from './deidentifyInstance.ts';
import type { PictureRequest } from './drawCopy.ts';
import type { InspectedCopy } from './inspectCopy.ts';
import type { KnownOriginals } from './originalsLeft.ts';
import type { ObjectIdentity } from './objectIdentity.ts';

/** A whole Part 10 file: its bytes, or the path of a file that is too large to be held in memory. */
export type InstanceInput = Uint8Array | string;

/** An instance of Orthanc, by its identifier there, which the thread asks for itself. Small enough to be held in memory. */
export interface RemoteInstance {
  readonly orthancId: string;
}

/** Whose key is used, and which of its profiles. */
export interface ProjectChoice {
  readonly project: string;
  /** Null: the project's own. */
  readonly profile: string | null;
}

/** What is asked of the engine for one SOP Instance. */
export interface InstanceRequest extends PixelOrder, ProjectChoice {
  /** Where the copy is to be written where it is not held in memory. */
  readonly path: string;
  /** Memory for the copy; null, or too small for it: the copy is written to the path. */
  readonly space: SharedArrayBuffer | null;
  /** For what does not fit into memory meanwhile; exists. */
  readonly scratchFolder: string;
  /** What other objects of the study tell of people, places and things. */
  readonly known: KnownValues;
}

/** A de-identified SOP Instance, whole and verified, and what may be told of it. */
export interface InstanceResult {
  /** Those of the project that the copy was made by, as `OpenProject.rules`. */
  readonly rules: string;
  readonly facts: CopyFacts;
  /** Data Elements by action and grounds. */
  readonly actions: Readonly<Record<string, number>>;
  /** How many bytes of the space the copy has; null where it was written to the path. */
  readonly heldBytes: number | null;
  /** Pseudonymous UIDs of the copy. */
  readonly studyInstanceUID: string;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
  /** What the original tells of people, places and things beyond what was known; null: nothing. For memory only. */
  readonly told: KnownValues | null;
  /** Counts only; no values. */
  readonly report: {
    readonly regions: number;
    readonly frames: number;
    readonly reencodings: number;
    readonly elementsChanged: number;
  };
  /** 1-based. */
  readonly redactedFrames: readonly number[];
  /** What the header of the original tells of a person, to compare with what is read on the copy; for memory only. */
  readonly identifyingValues: readonly string[];
}

/** Who the patient of a file is and who the copy will name; held in memory only, for the authorised user. */
export interface IdentityPreview {
  readonly original: { readonly patientName: string; readonly patientID: string };
  readonly pseudonym: { readonly patientName: string; readonly patientID: string };
  readonly copyStudyInstanceUID: string;
}

/** By which rules a copy is looked at, and what is known of its originals. */
export interface InspectRequest extends ProjectChoice {
  readonly originals: KnownOriginals;
}

/** De-identifies Part 10 files in worker threads: read, redact, plan, splice, verify. */
export interface Engine {
  /**
   * The bytes are the engine's from then on.
   * @throws CodedError whatever the file or the profile forbids, ORTHANC_…; then there is no copy
   */
  deidentify(input: InstanceInput | RemoteInstance, request: InstanceRequest): Promise<InstanceResult>;
  preview(input: InstanceInput, choice: ProjectChoice, known: KnownValues): Promise<IdentityPreview>;
  /** What a file tells of people, places and things, beside its UIDs; for memory only. @throws CodedError PART10_… */
  known(input: InstanceInput, choice: ProjectChoice): Promise<KnownValues>;
  /** Whose object a file is and whose its copy will be. @throws CodedError as `deidentify` */
  identity(input: InstanceInput, choice: ProjectChoice, known: KnownValues): Promise<ObjectIdentity>;
  /** What is wrong with the header of a stored copy. */
  inspect(input: InstanceInput, request: InspectRequest): Promise<InspectedCopy>;
  /**
   * What each attribute of a file becomes.
   *
   * @param definition of a profile that takes the place of the chosen one
   * @throws CodedError as `deidentify`; PROFILE_…
   */
  previewAttributes(
    input: InstanceInput,
    choice: ProjectChoice,
    known: KnownValues,
    definition?: unknown,
  ): Promise<readonly PreviewRow[]>;
  /** A frame of the copy, which is not kept, as PNG. @throws CodedError as `deidentify`; PIXELS_FRAME_OUTSIDE */
  picture(input: InstanceInput, request: PictureRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}
