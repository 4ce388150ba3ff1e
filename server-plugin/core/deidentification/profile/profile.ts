import { z } from 'zod';
import { formatTag, tagOfKeyword, type Tag } from '../../part10/index.ts';
import { OPTION_CODES, OPTIONS, type Option } from './option.ts';

/** The actions of PS3.15 Table E.1-1a: dummy, zero length, remove, keep, clean, new UID. */
export const ActionCode = z.enum(['D', 'Z', 'X', 'K', 'C', 'U']);
export type ActionCode = z.infer<typeof ActionCode>;

const TAG_TEXT = /^\([0-9A-F]{4},[0-9A-F]{4}\)$/;
const PRIVATE_ELEMENT_TEXT = /^\([0-9A-F]{3}[13579BDF],xx[0-9A-F]{2}\)$/;

const tagOf = (attribute: string): Tag | undefined =>
  TAG_TEXT.test(attribute) ? Number.parseInt(attribute.replace(/[(),]/g, ''), 16) : tagOfKeyword(attribute);

const PublicAttribute = z
  .string()
  .refine(
    (attribute) => tagOf(attribute) !== undefined,
    'no keyword of PS3.6, and no tag such as (0010,0010)',
  )
  .describe('A keyword of PS3.6, or a tag such as (0010,0010)');

const PrivateAttribute = z
  .strictObject({
    privateCreator: z.string().min(1).max(64),
    element: z.string().regex(PRIVATE_ELEMENT_TEXT).describe('Such as (0019,xx0C)'),
  })
  .describe('A private element, by its Private Creator');

const Override = z.strictObject({
  attribute: z.union([PublicAttribute, PrivateAttribute]),
  action: ActionCode,
  reason: z.string().min(3).max(200).describe('Why; kept with the profile for whoever audits it'),
});
export type Override = z.infer<typeof Override>;

const optionSwitches = Object.fromEntries(
  OPTIONS.map((option) => [option, z.boolean().default(false).describe(OPTION_CODES[option].meaning)]),
) as Record<Option, z.ZodDefault<z.ZodBoolean>>;

const compiles = (pattern: string): boolean => {
  try {
    return new RegExp(pattern).source !== '';
  } catch {
    return false;
  }
};

const HarmlessText = z.strictObject({
  category: z.string().min(1).max(60),
  modalities: z
    .array(z.string().min(1).max(16))
    .nullable()
    .describe('Values of Modality (0008,0060); null: all'),
  pattern: z
    .string()
    .min(1)
    .max(1000)
    .refine(compiles, 'no regular expression')
    .describe('A regular expression, without regard to case, of the text without its blanks'),
  scope: z
    .enum(['whole', 'part'])
    .describe('Whole: the text and nothing else; part: a text may be a row of such parts'),
});

/** What the user writes: the Basic Application Level Confidentiality Profile, with Options and exceptions. */
export const Profile = z
  .strictObject({
    $schema: z.string().optional().describe('Where editors find this schema'),
    name: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/)
      .describe('Written into De-identification Method (0012,0063)'),
    ...optionSwitches,
    overrides: z.array(Override).default([]),
    harmlessTexts: z
      .array(HarmlessText)
      .nullable()
      .default(null)
      .describe(
        'What burned-in text may stay under the policy keep-harmless; null: the list that comes with the product',
      ),
    turnedSearch: z
      .enum(['evidence', 'always'])
      .default('evidence')
      .describe(
        'When images are searched for burned-in text a second time, turned by 90°: where a readable line runs from top to bottom, or always',
      ),
    acceptUnknownSopClasses: z
      .boolean()
      .default(false)
      .describe(
        'De-identifies objects of private and unknown SOP Classes by attribute, without knowing their IOD',
      ),
    leavesIdentifiers: z
      .boolean()
      .default(false)
      .describe(
        'Says on purpose that an override leaves an identifier: the object then claims no de-identification',
      ),
  })
  .refine(
    (profile) => !(profile.retainLongitudinalFullDates && profile.retainLongitudinalModifiedDates),
    'Full dates and modified dates exclude each other',
  );
export type Profile = z.infer<typeof Profile>;
export type ProfileInput = z.input<typeof Profile>;

/** What a profile file may hold, as JSON Schema (draft 2020-12). Keywords and tags are checked when the file is read. */
export const profileSchema = (): object => ({
  title: 'De-identification profile',
  ...z.toJSONSchema(Profile, { io: 'input' }),
});

/** How the overrides of a profile are looked up: by tag, or by Private Creator and the element's place in its block. */
export const overrideKey = (attribute: Override['attribute']): string => {
  if (typeof attribute !== 'string') return `${attribute.element} ${attribute.privateCreator}`;
  const tag = tagOf(attribute);
  return tag === undefined ? attribute : formatTag(tag);
};
