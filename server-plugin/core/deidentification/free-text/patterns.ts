// What identifies by its form, whoever it belongs to.
import { bareWord } from './wordForms.ts';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const ANY_WORD = String.raw`[\p{L}][\p{L}\p{M}'’-]*`;
const NAMES = String.raw`${WORD}(?:[ ,]+${WORD}){0,3}`;

const words = (list: string): string => list.trim().split(/\s+/).join('|');

const TITLES = words(
  String.raw`Dr Dres Dra Doctor Doktor Docteur Dott Prof Professor Professeur Mr Mrs Ms Miss Mister Mx Herr Herrn Frau Mme Mlle Monsieur Madame Sr Sra Srta Señor Señora Sig Signor Signora Dhr Mevr Mevrouw Drs Sir Rev Capt Sgt Lt Col Nurse Schwester Pfleger`,
);
const RELATIVES = words(
  'daughter son wife husband mother father sister brother spouse partner aunt uncle niece nephew cousin grandmother grandfather grandson granddaughter guardian carer caregiver friend Tochter Sohn Ehefrau Ehemann Mutter Vater Schwester Bruder fille fils mari épouse mère père hija hijo esposa esposo madre padre figlia figlio moglie marito',
);
const ACTS = words(
  'referred requested ordered performed reported read reviewed dictated signed verified approved seen examined scanned typed transcribed entered acquired done tech technologist technician operator radiographer sonographer radiologist physician referrer surgeon author reader consultant attending',
);
const LABELS = words(
  'name names surname patient pt patientin nom nombre nome mrn id pid uid ssn nhs nric cpr bsn nir acc accession acc# case order ref reference chart visit episode hospital clinic tel telephone phone mobile cell fax email address addr adresse dob contact',
);
const STREETS = words(
  'street st road rd lane ln avenue ave drive dr court ct boulevard blvd way parade place square terrace close crescent highway hwy row mews gardens grove walk track overpass bridge',
);
const INSTITUTIONS = words(
  'hospital clinic clinics infirmary hospice sanatorium polyclinic klinikum krankenhaus klinik spital universitätsklinikum hôpital clinique ospedale policlinico ziekenhuis sjukhus sykehus sygehus szpital',
);
const CREDENTIALS = String.raw`(?:M\.?D\.?|D\.?O\.?|Ph\.?D\.?|R\.?N\.?|R\.?T\.?|FRCR|FRCPC|MBBS|FACR)`;

export interface Pattern {
  readonly expression: RegExp;
  /**
   * `all` of the match or its group; a `number` where it has seven digits; of a `name` its first word and those that are no terms;
   * of `words` those that are no terms; a `value` where it has a digit, else as `words`.
   */
  readonly removes: 'all' | 'number' | 'name' | 'words' | 'value';
  /** What every match has: a character, or one of these words. It spares most texts the search. */
  readonly trigger: RegExp | ReadonlySet<string>;
}

const DIGIT = /\p{N}/u;
const anyOf = (list: string): ReadonlySet<string> => new Set(list.split('|').map(bareWord));

const pattern = (
  removes: Pattern['removes'],
  trigger: Pattern['trigger'],
  source: string,
  flags = 'gu',
): Pattern => ({ removes, trigger, expression: new RegExp(source, flags) });
/** Letters of either case, for words that begin sentences and labels; what follows keeps its case. */
const anyCase = (list: string): string =>
  list.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/** Certain enough to be removed from an attribute that is kept. */
export const SURE_PATTERNS: readonly Pattern[] = [
  pattern('all', /@/, String.raw`[\p{L}\p{M}\p{N}._%+'-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+`),
  pattern('all', /[:.]/, String.raw`\b(?:https?|ftps?|sftp|file|smb|mailto|tel):\S+|\bwww\.\S+`, 'giu'),
  pattern('all', DIGIT, String.raw`(?<!\p{N})\p{N}{3}-\p{N}{2}-\p{N}{4}(?!\p{N})`),
  pattern(
    'name',
    anyOf(TITLES),
    String.raw`(?<!\p{L})(?:${anyCase(TITLES)})(?:\.\s*|\s+)(?:(?:${anyCase('dr|prof|med')})\.?\s*)*(${WORD}(?:[ ]+${WORD}){0,2})`,
  ),
];

/** What may be something else, too, and goes from free text only. */
export const TEXT_PATTERNS: readonly Pattern[] = [
  ...SURE_PATTERNS,
  pattern('all', /\\/, String.raw`\b[A-Za-z]:\\[^\s"]+|\\\\[^\s"]+`),
  pattern('all', DIGIT, String.raw`(?<![\p{N}.])\p{N}{1,3}(?:\.\p{N}{1,3}){3}(?![\p{N}.])`),
  pattern('number', DIGIT, String.raw`(?<![\p{L}\p{N}.])\(?0\p{N}{1,4}\)?(?:[ ./-]{1,2}\p{N}{2,5}){1,4}`),
  pattern(
    'number',
    DIGIT,
    String.raw`(?<![\p{L}\p{N}.])(?:\+|00)\p{N}{1,3}(?:[\s./()-]*\p{N}){6,14}(?:\s*(?:x|ext\.?)\s*\p{N}{1,6})?`,
    'giu',
  ),
  pattern(
    'number',
    DIGIT,
    String.raw`(?<![\p{L}\p{N}.])\(?\p{N}{2,5}\)?(?:[./-]\p{N}{2,5}){1,4}(?:\s*(?:x|ext\.?)\s*\p{N}{1,6})?`,
    'giu',
  ),
  pattern(
    'name',
    anyOf(TITLES),
    String.raw`(?<!\p{L})(?:dr|prof|mr|mrs|ms|herr|frau)\.?\s+(?!(?:and|said|will|is|was|has)\b)(${ANY_WORD})`,
  ),
  pattern(
    'name',
    anyOf(RELATIVES),
    String.raw`(?<!\p{L})(?:${anyCase(RELATIVES)})(?:[ ,:]+(?:is|named|called|name))?[ ,:(]+(${NAMES})`,
  ),
  pattern(
    'name',
    anyOf(ACTS),
    String.raw`(?<!\p{L})(?:${anyCase(ACTS)})\s*(?:by|:|=)\s*(?:(?:${anyCase(TITLES)})\.?\s+)*(${NAMES})`,
  ),
  pattern(
    'value',
    /[:#=°]/,
    String.raw`(?<!\p{L})(?:${anyCase(LABELS)})(?:\s*(?:[nN]o|[nN]r|[nN]umber|[iI][dD]))?\.?\s*(?:[:#=]|[nN]°)\s*([^\s,;]+(?:[ ,]+${WORD}){0,3})`,
  ),
  pattern(
    'name',
    anyOf('MD|M|DO|D|PHD|PH|RN|R|RT|FRCR|FRCPC|MBBS|FACR'),
    String.raw`(${NAMES}),?\s+${CREDENTIALS}(?![\p{L}\p{N}])`,
  ),
  pattern(
    'all',
    DIGIT,
    String.raw`(?<![\p{L}\p{N}.])\p{N}{1,5}[a-zA-Z]?,?\s+(?:${WORD}\s+){1,3}(?:${anyCase(STREETS)})(?!\p{L})\.?(?:\s+(?:Suite|Apt\.?|Unit)\s*\p{N}+)?`,
  ),
  pattern(
    'all',
    /stra|str\.|weg|platz|gasse|allee|laan|gatan/,
    String.raw`(?<!\p{L})\p{Lu}\p{L}*(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|laan|straat|gatan)\s*\p{N}{0,4}[a-z]?(?![\p{L}\p{N}])`,
  ),
  pattern(
    'all',
    anyOf('rue|chemin|impasse|calle|avenida|paseo|viale|piazza|rua'),
    String.raw`(?:\p{N}{1,4},?\s+)?(?:rue|chemin|impasse|calle|avenida|paseo|viale|piazza|rua)\s+(?:(?:de|du|des|del|della|la|le|las|los|l')\s*)*${WORD}(?:\s+${WORD})*`,
  ),
  pattern('all', DIGIT, String.raw`\b(?:P\.?\s?O\.?\s?)?Box\s+\p{N}+`, 'giu'),
  pattern('all', DIGIT, String.raw`\b[A-Z]{1,2}\p{N}[A-Z\p{N}]?\s\p{N}[A-Z]{2}\b`),
  pattern(
    'words',
    anyOf(INSTITUTIONS),
    String.raw`(${WORD}(?:[ ]+(?:of|the|de|del|${WORD})){0,4})[ ]+(?:${anyCase(INSTITUTIONS)})(?!\p{L})`,
  ),
  pattern(
    'words',
    anyOf('St|Saint|Sankt|Santa|San|Sainte'),
    String.raw`(?<!\p{L})(?:St|Saint|Sankt|Santa|San|Sainte)\.?[ ]+${WORD}`,
  ),
];
