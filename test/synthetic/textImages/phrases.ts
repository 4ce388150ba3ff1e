import type { Random } from './random.ts';

/** A text as a modality burns it in; identifying where it tells about a person or a time. */
export interface Phrase {
  readonly text: string;
  readonly isIdentifying: boolean;
}

const FAMILY = [
  'Keller',
  'OKONKWO',
  'Lindqvist',
  'DA SILVA',
  'Novak',
  'Tanaka',
  'Mbeki',
  'Haddad',
  'Petrov',
  'Ng',
] as const;
const GIVEN = ['Anna', 'JORGE', 'Mei', 'Olu', 'Sven', 'Ines', 'Tariq', 'Ewa', 'Noah', 'PRIYA'] as const;
const PLACES = [
  'Lakeside Hospital',
  'ST MARY CLINIC',
  'Radiologie Nord',
  'CITY MED CTR',
  'Klinikum Sued',
] as const;
const CJK_NAMES = ['王小明', '山田太郎', '李秀英', '佐藤花子'] as const;
const LETTERS = ['L', 'R', 'A', 'P', 'H', 'F', 'S', 'I'] as const;
const TECHNIQUE = [
  'MI 1.1', 'TIS 0.4', '120 kV', '85 mA', 'W 400 L 40', 'FR 28Hz', '11 cm', 'Gn 60', 'C 55', 'SUPINE', 'PORTABLE', 'AP ERECT',
  'LT', 'RT', 'RCC', 'L MLO', 'Zoom 1.5x', 'Thk 5.0 mm', '2D', 'HR', 'Scale 1:1', 'Im: 12/240', 'TR 450', 'TE 12',
] as const; // prettier-ignore
const MONTHS = ['Jan', 'Mar', 'Jun', 'Aug', 'Oct', 'Dec'] as const;

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.integer(0, 9)).join('');

const date = (random: Random): string => {
  const [day, month, year] = [random.integer(10, 28), random.integer(10, 12), random.integer(1931, 2024)];
  return random.pick([
    `${day}.${month}.${year}`,
    `${month}/${day}/${year}`,
    `${year}-${month}-${day}`,
    `${day} ${random.pick(MONTHS)} ${year}`,
  ]);
};

const IDENTIFYING: readonly ((random: Random) => string)[] = [
  (random) => `${random.pick(FAMILY)}, ${random.pick(GIVEN)}`,
  (random) => `${random.pick(FAMILY)}^${random.pick(GIVEN)}`.toUpperCase(),
  (random) => `Name: ${random.pick(GIVEN)} ${random.pick(FAMILY)}`,
  (random) => `ID: ${digits(random, 7)}`,
  (random) => `PID ${digits(random, 3)}-${digits(random, 4)}`,
  (random) => `DOB: ${date(random)}`,
  date,
  (random) => `${random.integer(10, 23)}:${random.integer(10, 59)}:${random.integer(10, 59)}`,
  (random) => `Acc ${digits(random, 9)}`,
  (random) => random.pick(PLACES),
  (random) => `Dr. ${random.pick(FAMILY)}`,
  (random) => `${random.pick(['M', 'F'])} ${random.integer(19, 88)}Y`,
];

/** A text of the given kind. */
export const phraseOf = (kind: 'line' | 'letter' | 'cjk', random: Random): Phrase => {
  if (kind === 'letter') return { text: random.pick(LETTERS), isIdentifying: false };
  if (kind === 'cjk') return { text: random.pick(CJK_NAMES), isIdentifying: true };
  return random.chance(0.6)
    ? { text: random.pick(IDENTIFYING)(random), isIdentifying: true }
    : { text: random.pick(TECHNIQUE), isIdentifying: false };
};
