import { z } from 'zod';
import { Export } from './export.ts';
import { Uid } from './geometry.ts';
import { RegionCounts } from './job.ts';

/** What an export did: counts, hashes and pseudonymous UIDs; nothing in it identifies. */
export const ExportReport = z.object({
  export: Export,
  product: z.string(),
  /** By which copies were made: the profile, and 16 hexadecimal digits that change with its contents and the project's settings. */
  rules: z.array(z.object({ profile: z.string(), rules: z.string(), copies: z.int() })),
  /** From the first job's beginning to the last one's end. */
  durationSeconds: z.number().nullable(),
  /** From the beginning of a study's job to its end; null: none has ended. */
  studySeconds: z.object({
    median: z.number().nullable(),
    p90: z.number().nullable(),
    longest: z.number().nullable(),
  }),
  /** SOP Instances that completed jobs worked on, with what was done to their pixels. */
  pixels: z.object({
    instances: z.int(),
    regions: z.int(),
    /** Of `regions`, those of which it is known what they cover. */
    regionsByClass: RegionCounts,
    frames: z.int(),
    reencodings: z.int(),
    holds: z.int(),
  }),
  /** Copies that text was left on, by what was decided. */
  holds: z.object({
    held: z.int(),
    released: z.int(),
    rejected: z.int(),
    corrected: z.int(),
    superseded: z.int(),
  }),
  /** Data Elements by action code of PS3.15 and what it rests on. */
  actions: z.array(z.object({ action: z.string(), elements: z.int() })),
  /** How many patients share a sex, an age band, a modality and a body part; the smallest cells first. */
  cells: z.array(
    z.object({
      sex: z.string(),
      ageBand: z.string(),
      modality: z.string(),
      bodyPart: z.string(),
      patients: z.int(),
      studies: z.int(),
      /** Fewer patients than `smallestCell`: some of them may be known again. */
      small: z.boolean(),
    }),
  ),
  smallestCell: z.int(),
  /** Studies that were completed, and their instances, by the time. */
  progress: z.array(z.object({ at: z.iso.datetime(), studies: z.int(), instances: z.int() })),
  /** Copies with the SHA-256 of their files. */
  outputs: z.array(z.object({ studyInstanceUID: Uid, sopInstanceUID: Uid, sha256: z.string() })),
});
export type ExportReport = z.infer<typeof ExportReport>;
