import { describe, expect, it } from 'vitest';
import { PRESETS } from '@pseudonymize-redact/core/deidentification';
import { loadVocabulary } from '../../../../server-plugin/src/vocabulary/vocabulary.ts';
import { utf8 } from '../../../synthetic/identifiedObject.ts';
import { context, ctElements, deidentified, elementsOf, itemsOf, valueIn } from './deidentified.ts';

/** Families and given names that nobody has in this order: accents, other scripts, everyday words, several parts. */
const PEOPLE: readonly (readonly [family: string, given: string])[] = [
  ['Quillfeather', 'Ambrose'],
  ['Łukasiewicz', 'Żaneta'],
  ['Sørensen-Ågård', 'Bjørn'],
  ["O'Bracken", 'Siobhán'],
  ['de la Peñarroya', 'Íñigo'],
  ['Youngblood', 'Grace'],
  ['Жданова', 'Ильяна'],
  ['Παπαδοπούλου', 'Ευφροσύνη'],
  ['Nguyễn', 'Thảo'],
  ['Şahinoğlu', 'Gülşah'],
  ['安藤家', '健太郎'],
  ['حدادين', 'فاطمةزهراء'],
  ['כהנוביץ', 'רחל'],
];

/** Texts in which authors name people, and what must be left of them. */
const TEXTS: readonly (readonly [text: (family: string, given: string) => string, kept: string])[] = [
  [(family, given) => `CT THORAX ${family.toUpperCase()} ${given.toUpperCase()}`, 'CT THORAX'],
  [(family, given) => `${family}, ${given} - CT thorax`, 'CT thorax'],
  [(family) => `CT thorax (${family})`, 'CT thorax'],
  [(family, given) => `CT_thorax_${given}_${family}`, 'CT_thorax'],
  [(family) => `Mr ${family} CT thorax`, 'CT thorax'],
  [(family) => `CT thorax ${family.slice(0, 8)}`, 'CT thorax'],
  [(family) => `CT thorax ${family.normalize('NFD').replace(/\p{M}/gu, '')}`, 'CT thorax'],
];

const partsOf = (family: string, given: string): readonly string[] =>
  [...family.split(/[\s'-]/), given].filter((part) => part.length > 3 || /\P{Script=Latin}/u.test(part));

describe.each(PEOPLE)('%s, %s', (family, given) => {
  const person = { SpecificCharacterSet: 'ISO_IR 192', PatientName: utf8(`${family}^${given}`) };

  it.each(TEXTS.map(([text, kept]) => [text(family, given), kept] as const))(
    '[DI-90] leaves no trace in %j',
    (text, kept) => {
      const code = elementsOf({
        CodeValue: 'X1',
        CodingSchemeDesignator: '99LOCAL',
        CodeMeaning: utf8(text),
      });
      const { file, bytes, value } = deidentified(
        ctElements({
          ...person,
          StudyDescription: utf8(text),
          PatientComments: utf8(text),
          ProcedureCodeSequence: { items: [code] },
        }),
        context(PRESETS['research-longitudinal'], { vocabulary: loadVocabulary() }),
      );
      const output = Buffer.from(bytes).toString('utf8').toUpperCase();
      for (const part of partsOf(family, given)) expect(output).not.toContain(part.toUpperCase());
      const [item] = itemsOf(file.dataset, 'ProcedureCodeSequence');
      expect(value('StudyDescription')).toContain(kept);
      expect(value('PatientComments')).toContain(kept);
      expect(item && valueIn(file, item, 'CodeMeaning')).toContain(kept);
    },
  );
});
