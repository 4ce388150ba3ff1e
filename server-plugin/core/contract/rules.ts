import { z } from 'zod';
import { Uid } from './geometry.ts';

const RuleName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, 'letters, digits, dashes and underscores');

/** Why, for the audit; it must say nothing of a patient. */
const Reason = z.string().trim().min(3).max(200);

/** As the administrator writes it; checked by the schema of profiles. */
const Definition = z.record(z.string(), z.unknown());

/** A profile that projects may use. */
export const ProfileSummary = z.object({
  name: z.string(),
  /** One that comes with the product, and cannot be changed. */
  preset: z.boolean(),
  /** Projects whose own profile it is. */
  projects: z.array(z.string()),
});
export type ProfileSummary = z.infer<typeof ProfileSummary>;

export const ProfileDocument = z.object({ name: z.string(), preset: z.boolean(), definition: Definition });
export type ProfileDocument = z.infer<typeof ProfileDocument>;

export const ProfileParams = z.object({ profile: RuleName });

/** What is wrong with a profile, and where. */
export const ProfileIssue = z.object({ path: z.array(z.string()), message: z.string() });
export type ProfileIssue = z.infer<typeof ProfileIssue>;

export const ProfileCheckRequest = z.object({ definition: Definition });
export const ProfileCheck = z.object({ issues: z.array(ProfileIssue) });
export type ProfileCheck = z.infer<typeof ProfileCheck>;

export const ProfileSave = z.object({ definition: Definition, reason: Reason });
export type ProfileSave = z.infer<typeof ProfileSave>;

/** What becomes of the attributes of an instance under a profile that is not saved yet. */
export const ProfilePreviewRequest = z.object({
  definition: Definition,
  project: z.string().min(1).max(64).default('default'),
  studyInstanceUID: Uid,
  /** @default one of the study */
  sopInstanceUID: Uid.optional(),
});
export type ProfilePreviewRequest = z.infer<typeof ProfilePreviewRequest>;

export const NewProject = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and dashes'),
  name: z.string().trim().min(1).max(100),
  /** A name of a ProfileSummary. */
  profile: RuleName,
});
export type NewProject = z.infer<typeof NewProject>;

export const ProjectChange = z.object({ profile: RuleName, reason: Reason });
export type ProjectChange = z.infer<typeof ProjectChange>;
