import { z } from 'zod';
import { ApiError } from './job.ts';
import { Uid } from './geometry.ts';

/** Who a patient is and who the copy will name; shown to the authorised user only, never stored or logged. */
export const Person = z.object({ patientName: z.string(), patientID: z.string() });
export type Person = z.infer<typeof Person>;

export const StudyPreview = z.object({
  studyInstanceUID: Uid,
  project: z.string(),
  profile: z.string(),
  original: Person,
  pseudonym: Person,
  /** The Study Instance UID that the copy will have. */
  copyStudyInstanceUID: Uid,
  /** Whether the viewer's Orthanc has a copy with that UID already. */
  copyExists: z.boolean(),
  /** Of the profile: when images are searched for burned-in text a second time, turned by 90°. */
  turnedSearch: z.enum(['evidence', 'always']),
  instances: z.int(),
  /** Why instances of the study would be refused, and how many. */
  refusals: z.array(z.object({ error: ApiError, instances: z.int() })),
});
export type StudyPreview = z.infer<typeof StudyPreview>;

/** PS3.15 Table E.1-1a: D dummy, Z zero length or dummy, X removed, K kept, C cleaned, U new UID. */
export const AttributeAction = z.enum(['D', 'Z', 'X', 'K', 'C', 'U']);
export type AttributeAction = z.infer<typeof AttributeAction>;

/** What one attribute of an instance becomes. Values are shortened; bulk is told by its size. */
export const AttributePreview = z.object({
  /** Keywords with 1-based Items: `RequestAttributesSequence[1].AccessionNumber`. */
  path: z.string(),
  keyword: z.string(),
  /** "(GGGG,EEEE)" */
  tag: z.string(),
  vr: z.string(),
  action: AttributeAction,
  /** What the action rests on: an Option, `basicProfile`, `override`, `record` … */
  grounds: z.string(),
  /** Null where the instance did not have the attribute. */
  oldValue: z.string().nullable(),
  /** Null where the attribute is removed. */
  newValue: z.string().nullable(),
});
export type AttributePreview = z.infer<typeof AttributePreview>;

/** What every attribute of an instance becomes; identifying: for the authorised user only, never stored or logged. */
export const InstancePreview = z.object({
  sopInstanceUID: Uid,
  project: z.string(),
  profile: z.string(),
  rows: z.array(AttributePreview),
});
export type InstancePreview = z.infer<typeof InstancePreview>;

/** Where the copies of a project go: the Orthanc with the originals, another one, a DICOMweb archive, a DICOM node, a folder, ZIP files. */
export const DestinationKind = z.enum(['source', 'orthanc', 'stow', 'dicom-node', 'folder', 'zip']);
export type DestinationKind = z.infer<typeof DestinationKind>;

export const Project = z.object({
  id: z.string(),
  name: z.string(),
  /** What is used where a job names no other. */
  profile: z.string(),
  /** Those that a job may name, the project's own first. */
  profiles: z.array(z.string()),
  destination: DestinationKind,
});
export type Project = z.infer<typeof Project>;

/** Whether the bridge's own parts answer. */
export const Health = z.object({ orthanc: z.enum(['reachable', 'unreachable']) });
export type Health = z.infer<typeof Health>;
