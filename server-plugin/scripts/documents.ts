import {
  profileSchema,
  SOP_CLASS_KINDS,
  STORAGE_SOP_CLASS_TABLE,
  type StorageSopClass,
} from '@pseudonymize-redact/core/deidentification';
import { ERROR_TABLE } from '@pseudonymize-redact/core/errors';
import { HARMLESS_TEXTS, type HarmlessRule } from '@pseudonymize-redact/core/text-detection';
import { format } from 'prettier';

const sopClassRow = ({ uid, kind, name }: StorageSopClass): string => {
  const code = SOP_CLASS_KINDS[kind];
  const outcome = code === null ? 'de-identified' : `refused: \`${code}\``;
  return `| ${name} | ${uid} | ${kind} | ${outcome} |`;
};

const refusals = (): readonly string[] =>
  Object.values(SOP_CLASS_KINDS).flatMap((code) =>
    code === null ? [] : [`- \`${code}\`: ${ERROR_TABLE[code].message}`],
  );

const sopClasses = (): string => `# Which objects are de-identified

Written by \`npm run docs:deidentification\` from the table that the engine decides by (PS3.6, edition 2024e). A SOP Class that is not
here is refused (\`DEIDENTIFICATION_SOP_CLASS_UNKNOWN\`), unless the profile says \`acceptUnknownSopClasses\`. Beside these, video Transfer
Syntaxes and whole slide images that show the slide's label are refused.

${refusals().join('\n')}

| SOP Class | UID | kind | what happens |
| --- | --- | --- | --- |
${STORAGE_SOP_CLASS_TABLE.map(sopClassRow).join('\n')}
`;

const harmlessRow = ({ category, modalities, pattern, scope }: HarmlessRule): string =>
  `| ${category} | ${modalities?.join(', ') ?? 'all'} | ${scope} | \`${pattern.replaceAll('|', '\\|')}\` |`;

const harmlessTexts = (): string => `# Burned-in text that may stay

Written by \`npm run docs:deidentification\` from the list that the engine decides by. Under the policy \`keep-harmless\` a text stays that
reads well, matches nothing of the header, and matches a row for its Modality: as a whole, or, of rows of scope "part", as a row of such
parts. Readings are compared without blanks and without regard to case. A profile with \`harmlessTexts\` brings its own list instead.

| category | Modality | scope | regular expression |
| --- | --- | --- | --- |
${HARMLESS_TEXTS.map(harmlessRow).join('\n')}
`;

/** What is written from the code into \`server-plugin/docs\`: content by file name. */
export const documents = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    [
      'profile.schema.json',
      await format(JSON.stringify(profileSchema()), { parser: 'json', printWidth: 110 }),
    ],
    ['harmless-texts.md', await format(harmlessTexts(), { parser: 'markdown', printWidth: 110 })],
    ['sop-classes.md', await format(sopClasses(), { parser: 'markdown', printWidth: 110 })],
  ]);
