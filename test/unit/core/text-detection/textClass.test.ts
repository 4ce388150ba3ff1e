import { describe, expect, it } from 'vitest';
import {
  classOf,
  HARMLESS_TEXTS,
  headerTermsOf,
  isRedacted,
  type TextClass,
} from '@pseudonymize-redact/core/text-detection';

const headerTerms = headerTermsOf(['Lindqvist^Åsa Marie', 'PX-4471902', '19610407', 'Nordvik Sjukhus', '']);

const classed = (text: string, { score = 0.95, modality = 'US' } = {}): TextClass =>
  classOf({ text, score }, { headerTerms, modality, harmlessTexts: HARMLESS_TEXTS });

describe('classing of texts', () => {
  it.each([
    'LINDQVIST, Asa',
    'Mrs Lindqvlst',
    'L1ndqvist',
    'Asa',
    'PX 4471902',
    '07.04.1961',
    '04/07/61',
    '1961-04-07',
    'Nordvik',
  ])('[TD-12] finds the header in "%s"', (text) => expect(classed(text)).toBe('identifying'));

  it.each([
    'Acc: 0545234',
    '12.03.2021',
    '5,*25 /2011',
    '12-.03,21',
    '14:23:53',
    '2018 Oct 23',
    'DOB: 05/12/42',
    'Name: X',
    'St Mary Hospital',
    '078Y',
    'OKONKWO^JOHN',
    'R\nDr. Haddad',
    'F 35Y\n2D',
    'RT\nName: X\nL',
  ])('[TD-12] finds a pattern in "%s"', (text) => expect(classed(text)).toBe('identifying'));

  it.each([
    'L',
    'R',
    'RT',
    'AP',
    'MI 1.1',
    'TIS<0.4 MI=0.8',
    '28Hz',
    '11 cm',
    'W: 254 L: 127',
    '120 kV',
    'Im: 1/19',
    'PHILIPS',
    '2D',
  ])('[TD-13] knows that "%s" is harmless', (text) => expect(classed(text)).toBe('harmless'));

  it.each(['RALPH', 'FALSH', 'Keller', '78', '1204', 'Liver', '王小明', 'MI Keller', '11 cm Keller'])(
    '[TD-13] does not take "%s" for harmless',
    (text) => expect(classed(text)).toBe('unknown'),
  );

  it('[TD-34] is of the gravest class of what was found apart, and of all of it', () => {
    expect(classed('L 78')).toBe('harmless');
    expect(classed('L\n78')).toBe('unknown');
    expect(classed('120 kV\n85 mA')).toBe('harmless');
    expect(classed('120 kV\n85 mA', { score: 0.6 })).toBe('unknown');
    expect(classed('04\n5234')).toBe('identifying');
  });

  it('[TD-13] believes no bad reading, no missing one, and no list of another modality', () => {
    expect(classed('RT', { score: 0.6 })).toBe('unknown');
    expect(classed('L MLO')).toBe('unknown');
    expect(classed('L MLO', { modality: 'MG' })).toBe('harmless');
    const context = { headerTerms, modality: null, harmlessTexts: HARMLESS_TEXTS };
    expect(classOf(null, context)).toBe('unknown');
    expect(classOf({ text: '', score: 0 }, context)).toBe('unknown');
  });

  it('[TD-13] gives the header precedence over the list', () => {
    const terms = headerTermsOf(['Long^Ray']);
    const context = { headerTerms: terms, modality: 'US', harmlessTexts: HARMLESS_TEXTS };
    expect(classOf({ text: 'LONG', score: 1 }, context)).toBe('identifying');
  });

  it('[TD-14] blanks by policy: everything, all but harmless, identifying only', () => {
    const classes: readonly TextClass[] = ['identifying', 'unknown', 'harmless'];
    const blanked = (policy: Parameters<typeof isRedacted>[1]) =>
      classes.filter((each) => isRedacted(each, policy));
    expect(blanked('all-text')).toEqual(classes);
    expect(blanked('keep-harmless')).toEqual(['identifying', 'unknown']);
    expect(blanked('identifying-only')).toEqual(['identifying']);
  });
});
