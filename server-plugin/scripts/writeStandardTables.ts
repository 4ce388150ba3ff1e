// Writes the Standard's tables that de-identification needs into server-plugin/core/deidentification/standard/.
// Usage: node server-plugin/scripts/writeStandardTables.ts TABLE_E1_1.json IOD_TYPES.json SAFE_PRIVATE.json PRIVATE_DICTIONARY.py
//
// TABLE_E1_1.json: PS3.15 Table E.1-1, one object a row; IOD_TYPES.json: Types by SOP Class; SAFE_PRIVATE.json: creator → group →
// elements; PRIVATE_DICTIONARY.py: pydicom's private dictionary (_private_dict.py), for the Value Representations.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Row {
  readonly tag: string;
  readonly keyword: string | null;
  readonly basicProfile: string;
  readonly [option: string]: unknown;
}
interface Table {
  readonly edition: string;
  readonly rows: readonly Row[];
}
interface IodTypes {
  readonly sopClasses: Readonly<Record<string, { readonly types: Readonly<Record<string, string>> }>>;
}
interface SafePrivate {
  readonly creators: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const OPTIONS = [
  'retainUIDs',
  'retainDeviceIdentity',
  'retainInstitutionIdentity',
  'retainPatientCharacteristics',
  'retainLongitudinalFullDates',
  'retainLongitudinalModifiedDates',
  'cleanDescriptors',
  'cleanStructuredContent',
  'cleanGraphics',
];

const argument = (index: number): string => {
  const path = process.argv[2 + index];
  if (path === undefined) throw new Error('four paths are needed: see the first lines of this script');
  return readFileSync(path, 'utf8');
};

const [table, iodTypes, safePrivate] = [0, 1, 2].map((index) => JSON.parse(argument(index)) as unknown) as [
  Table,
  IodTypes,
  SafePrivate,
];
const privateDictionary = argument(3);

const write = (
  name: string,
  constant: string,
  comment: readonly string[],
  lines: readonly string[],
): void => {
  const header = ['/**', ...comment.map((line) => ` * ${line}`), ' */'].join('\n');
  const path = join(import.meta.dirname, '../core/deidentification/standard', `${name}.ts`);
  writeFileSync(path, `${header}\nexport const ${constant} = \`\n${lines.join('\n')}\n\`;\n`);
};

const byTag = (a: Row, b: Row): number => a.tag.localeCompare(b.tag);
const isOneAttribute = ({ tag }: Row): boolean => /^\([0-9A-F]{4},[0-9A-F]{4}\)$/.test(tag);
const attributes = table.rows.filter(isOneAttribute).sort(byTag);

/** The parts of the table: name of the file, and the groups from first to last. */
const PARTS = [
  ['patientAndStudy', 0x0000, 0x0012],
  ['acquisition', 0x0014, 0x0028],
  ['procedure', 0x0032, 0x0044],
  ['presentationAndStorage', 0x0050, 0x2200],
  ['radiotherapy', 0x3002, 0x3010],
  ['interpretation', 0x4000, 0xfffc],
] as const;
const hex = (group: number): string => group.toString(16).toUpperCase().padStart(4, '0');

for (const [name, first, last] of PARTS) {
  const rows = attributes.filter(({ tag }) => {
    const group = Number.parseInt(tag.slice(1, 5), 16);
    return first <= group && group <= last;
  });
  write(
    `attribute-actions/${name}`,
    name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    [
      `PS3.15 Table E.1-1, edition ${table.edition}, groups ${hex(first)} to ${hex(last)}, by scripts/writeStandardTables.ts; what a line says is in attributeActions.ts.`,
    ],
    rows.map((row) => {
      const options = OPTIONS.filter((option) => typeof row[option] === 'string');
      return [row.tag, row.keyword, row.basicProfile, ...options.map((o) => `${o}=${String(row[o])}`)].join(
        ' ',
      );
    }),
  );
}

const compound = new Set(
  attributes.filter((row) => row.basicProfile.includes('/')).map((row) => row.keyword),
);
write(
  'attributeTypes',
  'ATTRIBUTE_TYPES',
  [
    'Types at the root of each IOD, of the attributes that have a compound action in PS3.15 Table E.1-1, by',
    'scripts/writeStandardTables.ts from the IOD templates of dicom3tools (2012). SOP Class UID, Type 1 and 1C attributes after "1:",',
    'Type 2 and 2C after "2:". An attribute that is not listed is Type 3 or not in the IOD; a SOP Class that is not is newer.',
  ],
  Object.entries(iodTypes.sopClasses)
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([uid, { types }]) => {
      const ofType = (type: string): string =>
        Object.entries(types)
          .filter(([keyword, value]) => value.startsWith(type) && compound.has(keyword))
          .map(([keyword]) => keyword)
          .sort()
          .join(',');
      return `${uid} 1:${ofType('1')} 2:${ofType('2')}`;
    }),
);

/** `'Creator': {` then `'gggg[xxee]': ('VR', ...)` lines, as pydicom writes them. */
const privateVrs = new Map<string, string>();
let creator = '';
for (const line of privateDictionary.split('\n')) {
  creator = /^ *'([^']+)': \{/.exec(line)?.[1] ?? creator;
  const entry = /'([0-9a-f]{4})xx([0-9a-f]{2})': \('([A-Z]{2})'/.exec(line);
  if (entry !== null) privateVrs.set(`${creator}|${entry[1] ?? ''}|${entry[2] ?? ''}`, entry[3] ?? '');
}
write(
  'safePrivateElements',
  'SAFE_PRIVATE_ELEMENTS',
  [
    'Safe private attributes of PS3.15 section E.3.10, by scripts/writeStandardTables.ts: Private Creator, group, and the element',
    "numbers within the block, with the Value Representation where pydicom's private dictionary knows it.",
  ],
  Object.entries(safePrivate.creators).flatMap(([name, groups]) =>
    Object.entries(groups).map(([group, elements]) => {
      const withVr = elements.map((element) => {
        const vr = privateVrs.get(`${name}|${group}|${element}`);
        return vr === undefined ? element : `${element}:${vr}`;
      });
      return `${name}|${group}|${withVr.join(' ')}`;
    }),
  ),
);
