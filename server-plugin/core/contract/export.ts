import { z } from 'zod';
import { Uid } from './geometry.ts';
import { ApiError, Job } from './job.ts';

/** Of an export. It stands in jobs, logs and reports: it must say nothing of a patient. */
export const ExportName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dots, dashes and underscores, at most 64');

const MOST_SELECTED = 100_000;

/** Which studies; what several of them name is taken once. */
export const StudySelection = z
  .strictObject({
    studyInstanceUIDs: z.array(Uid).max(MOST_SELECTED).default([]),
    /** Compared whole: no wild cards. */
    patientIDs: z.array(z.string().min(1).max(64)).max(MOST_SELECTED).default([]),
    /** Matching as of C-FIND (PS3.4 section C.2.2.2): keyword → value, with wild cards, ranges and backslashes. `{}` is every study. */
    query: z
      .record(z.string().regex(/^[A-Za-z]+$/), z.string())
      .nullable()
      .default(null),
  })
  .refine(
    ({ studyInstanceUIDs, patientIDs, query }) =>
      studyInstanceUIDs.length > 0 || patientIDs.length > 0 || query !== null,
    'names no study',
  );
export type StudySelection = z.infer<typeof StudySelection>;

/** Asks for copies of many studies. The same name again goes on: studies that it has are not added twice. */
export const ExportRequest = z.object({
  name: ExportName,
  project: z.string().min(1).max(64).default('default'),
  selection: StudySelection,
  /** Only tells what would be done. */
  dryRun: z.boolean().default(false),
});
export type ExportRequest = z.infer<typeof ExportRequest>;
export type ExportRequestInput = z.input<typeof ExportRequest>;

/** What asking for an export has done, or would do. */
export const ExportAnswer = z.object({
  name: z.string(),
  project: z.string(),
  dryRun: z.boolean(),
  /** Studies that the selection names and Orthanc has. */
  found: z.int(),
  added: z.int(),
  /** Were in the export already. */
  known: z.int(),
  /** Left out: another job of the same study and project has not ended. Ask again when it has. */
  busy: z.int(),
  /** Of the UIDs and Patient IDs asked for: how many no study in Orthanc has. */
  unknown: z.int(),
});
export type ExportAnswer = z.infer<typeof ExportAnswer>;

/** What is answered at once where the request prefers "respond-async" (RFC 7240): the export tells what becomes of it. */
export const ExportAccepted = z.object({ name: ExportName, project: z.string() });

/** A ZIP file with copies, at the destination of the project. */
export const ZipFile = z.object({ name: z.string(), sha256: z.string(), bytes: z.int() });
export type ZipFile = z.infer<typeof ZipFile>;

/** An export with what became of its studies. */
export const Export = z.object({
  name: z.string(),
  project: z.string(),
  createdAt: z.iso.datetime(),
  /** When its last job ended; null: some have not. */
  endedAt: z.iso.datetime().nullable(),
  /** Studies by the state of their jobs. */
  studies: z.object({
    total: z.int(),
    created: z.int(),
    retry: z.int(),
    active: z.int(),
    completed: z.int(),
    cancelled: z.int(),
    failed: z.int(),
  }),
  /** Null where copies do not go into ZIP files. */
  zip: z
    .object({
      /** Studies whose copies wait to be packed: when no study is left to be done, into the next file. */
      waiting: z.int(),
      /** Those that are whole, the oldest first. */
      files: z.array(ZipFile),
    })
    .nullable(),
  /** Of studies that were begun. */
  instances: z.object({ total: z.int(), done: z.int() }),
  /** Why jobs failed or are tried again, the commonest first. */
  errors: z.array(z.object({ error: ApiError, studies: z.int() })),
});
export type Export = z.infer<typeof Export>;

/** A job with what an administrator asks about it. */
export const AdminJob = Job.extend({
  /** The export that it belongs to; null: somebody asked for it in the viewer. */
  export: z.string().nullable(),
  /** The verification that it belongs to, where it checks copies and makes none. */
  verification: z.uuid().nullable(),
  /** How often it was begun. */
  attempts: z.int(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type AdminJob = z.infer<typeof AdminJob>;
