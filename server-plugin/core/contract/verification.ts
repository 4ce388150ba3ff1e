import { z } from 'zod';
import { Export, ExportName } from './export.ts';
import { Box, FrameRange, Uid } from './geometry.ts';

/** What can be wrong with a stored copy. */
export const FINDINGS = {
  COPY_MISSING: 'The copy was stored, and is not there any more.',
  COPY_UNKNOWN: 'The copied study has an instance that no job has stored.',
  COPY_CHANGED: 'The file is not the one that was stored: its SHA-256 is another.',
  COPY_UNREADABLE: 'The file cannot be read, or its object cannot be de-identified.',
  META_NOT_CLEAN: 'The preamble or the File Meta Information says more than it must.',
  RECORD_INCOMPLETE: 'The object does not say that and how it was de-identified.',
  ATTRIBUTE_LEFT: 'An attribute is there that the profile removes.',
  ORIGINAL_LEFT: 'An identifier of the original stands in the header.',
  TEXT_IDENTIFYING: 'Text that may identify is burned into the pixels.',
  TEXT_LEFT: 'Text is burned into the pixels.',
} as const;
export const FindingCode = z.enum(Object.keys(FINDINGS) as [keyof typeof FINDINGS]);
export type FindingCode = z.infer<typeof FindingCode>;

/** One thing that is wrong with a copy, and where; never what it says. */
export const Finding = z.object({
  code: FindingCode,
  /** Of the copy. */
  studyInstanceUID: Uid,
  sopInstanceUID: Uid,
  /** Keywords with 1-based Items, where it lies in the header. */
  place: z.string().nullable(),
  /** Where it lies in the pixels: each of the frames may show it. */
  frames: FrameRange.nullable(),
  box: Box.nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** Asks that the stored copies of a project, or of one of its exports, are checked again. */
export const VerificationRequest = z.object({
  project: z.string().min(1).max(64).default('default'),
  /** Null: all that the project has. */
  export: ExportName.nullable().default(null),
  /** Whether pixels are searched for text, too. */
  pixels: z.boolean().default(true),
});
export type VerificationRequest = z.infer<typeof VerificationRequest>;

export const Verification = z.object({
  id: z.uuid(),
  project: z.string(),
  export: z.string().nullable(),
  pixels: z.boolean(),
  createdAt: z.iso.datetime(),
  /** Null: some studies are not checked yet. */
  endedAt: z.iso.datetime().nullable(),
  studies: Export.shape.studies,
  /** How many were looked at. */
  copies: z.int(),
  errors: Export.shape.errors,
  findingsByCode: z.array(z.object({ code: FindingCode, findings: z.int() })),
  /** The first thousands of them; all are counted in `findingsByCode`. */
  findings: z.array(Finding),
});
export type Verification = z.infer<typeof Verification>;
