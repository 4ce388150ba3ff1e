/** A kind of text that tells nothing about a person. */
export interface HarmlessRule {
  readonly category: string;
  /** Values of Modality (0008,0060) that it holds for; null: all. */
  readonly modalities: readonly string[] | null;
  /**
   * A regular expression, without regard to case, of what `scope` says. Blanks are taken out of readings first: the reader
   * loses and adds them.
   */
  readonly pattern: string;
  /** Whole: the text and nothing else. Part: a text may be a row of such parts. */
  readonly scope: 'whole' | 'part';
}

const NUMBER = '[+-]?\\d{1,5}(?:[.,]\\d{1,3})?';

const whole = (
  category: string,
  pattern: string,
  modalities: readonly string[] | null = null,
): HarmlessRule => ({
  category,
  modalities,
  pattern,
  scope: 'whole',
});
const part = (
  category: string,
  pattern: string,
  modalities: readonly string[] | null = null,
): HarmlessRule => ({
  category,
  modalities,
  pattern,
  scope: 'part',
});

/**
 * What may stay under the policy `keep-harmless`; a profile may bring its own list. Letters stand alone or in fixed
 * combinations only (R, A, L, P and H would spell a name), and numbers only with a unit or a label: a bare number may be an
 * identifier or an age.
 */
export const HARMLESS_TEXTS: readonly HarmlessRule[] = [
  whole('patient orientation', '\\[?(?:[AP]?[LR]?[HFIS]?|[LR][AP]?[HF]?)\\]?'),
  whole('laterality', '(?:L|R|LT|RT|LEFT|RIGHT|LI|RE|BILAT(?:ERAL)?)\\.?'),
  whole('mammographic view', '(?:[LR][-]?)?(?:CC|MLO|ML|LM|LMO|XCCL|XCCM|AT|SIO|CV)(?:[-]?[LR])?', ['MG']),
  whole(
    'position',
    '(?:SUPINE|PRONE|ERECT|UPRIGHT|SITTING|STANDING|DECUB(?:ITUS)?|PORTABLE|MOBILE|BEDSIDE|SEMI-?ERECT|WEIGHT-?BEARING|HFS|HFP|FFS|FFP)',
  ),
  whole('projection', '(?:AP|PA|LAT(?:ERAL)?|OBL(?:IQUE)?|AXIAL|SAG(?:ITTAL)?|COR(?:ONAL)?|RAO|LAO|TRV|TRANS|LONG)(?:ERECT|SUPINE)?'),
  part('tube voltage and current', `(?:${NUMBER}(?:KVP?|MAS?|UGY|MGY|MSV)|(?:KVP?|MAS?)[:=]?${NUMBER})`),
  part('window', `(?:W[WL]?|L|WC|WL|C)[:=]?${NUMBER}`),
  part('length and area', `(?:[A-Z]{1,5}[:=]?)?${NUMBER}(?:MM|CM|CM2|CM3|ML|DEG|°)(?:/DIV)?`),
  part('slice', `(?:THK|SL|LOC|SP|FOV|TILT|GANTRY|ZOOM|MAG|SCALE|FIT,?MAG)[:=]?${NUMBER}(?:MM|CM|X|:1|:\\d)?`),
  part('magnetic resonance timing', `(?:TR|TE|TI|FA|ETL|NEX|NSA|BW)[:=]?${NUMBER}(?:MS)?`, ['MR']),
  part('image number', '(?:IM|IMG|IMAGE|SE|SERIES|SLICE|FR|FRAME|ACQ)[:#]?\\d{1,4}(?:/\\d{1,4})?'),
  part('ultrasound output', `(?:MI|TI[BSC]?|AO)[:=<]?${NUMBER}%?`, ['US', 'IVUS']),
  part('ultrasound settings', `(?:GN?|GAIN|DR|C|PRF|WF|FPS|FR|DYNR|PERS|MAP|FREQ)[:=]?${NUMBER}(?:%|DB|HZ|KHZ|MHZ)?`, ['US', 'IVUS']),
  part('rate', `${NUMBER}(?:HZ|KHZ|MHZ|DB|FPS|%|BPM)`),
  part('velocity', `${NUMBER}(?:CM/S|M/S|MM/S|MMHG)`, ['US', 'XA', 'IVUS']),
  whole('ultrasound mode', '(?:2D|3D|4D|B|M|CFI?|CFM|CPA|PW|CW|PWR|HGEN|HRES|THI|RES|GEN|FREEZE|CINE)', ['US', 'IVUS']),
  whole('vendor', '(?:PHILIPS|SIEMENS|GE|GEMS|TOSHIBA|CANON|HITACHI|FUJI(?:FILM)?|SAMSUNG|MINDRAY|ACUSON|ALOKA|ESAOTE|AGFA|KODAK|HOLOGIC)'),
]; // prettier-ignore
