import { nameOf, valuesOf, valueVR, walk, type Part10File, type VR } from '@pseudonymize-redact/core/part10';
import { isIdentifyingKeyword } from '@pseudonymize-redact/core/text-detection';

/** Names of people, and dates, wherever they stand. */
const IDENTIFYING_VRS: readonly VR[] = ['PN', 'DA', 'DT'];

/** What a header tells of a person, to compare readings with; held in memory only. */
export const identifyingValuesOf = (file: Part10File): readonly string[] => {
  const values: string[] = [];
  walk(file, ({ element, characterSet }) => {
    const vr = valueVR(element);
    if (!IDENTIFYING_VRS.includes(vr) && !isIdentifyingKeyword(nameOf(element.tag))) return;
    values.push(...valuesOf(file.source, element, characterSet));
  });
  return values;
};

/** Modality (0008,0060); null where the header has none. */
export const modalityOf = (file: Part10File): string | null => {
  let modality: string | null = null;
  walk(file, ({ element, characterSet }) => {
    if (nameOf(element.tag) === 'Modality')
      modality ??= valuesOf(file.source, element, characterSet)[0] ?? null;
    return false;
  });
  return modality;
};
