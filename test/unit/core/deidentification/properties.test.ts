import { OPTIONS, PRESETS, type Option } from '@pseudonymize-redact/core/deidentification';
import { walk, type Part10File } from '@pseudonymize-redact/core/part10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../../../server-plugin/src/vocabulary/vocabulary.ts';
import { arbitraryFile } from '../../../synthetic/arbitraryFile.ts';
import { buildPart10, type SyntheticFile } from '../../../synthetic/buildPart10.ts';
import { openPart10 } from '../../../synthetic/openPart10.ts';
import { context, ctElements, deidentifiedBytes, elementsOf, KEY } from './deidentified.ts';
import { keyedPseudonyms } from './keyedPseudonyms.ts';

const NAMES = ['Quillfeather', 'Ambrose'];
const IDENTIFIERS = [
  ...NAMES,
  '77301845',
  'ZRX-99120',
  'Calderbrook',
  '1.2.826.0.1.555.77.3.1',
  '20170409',
  '19570113',
];

/** Text in which identifiers stand among other words. */
const identifyingText = fc
  .array(fc.constantFrom(...IDENTIFIERS, 'CT', 'thorax', 'contrast', 'seen', '12', 'mm', '(', ')', ','), {
    maxLength: 8,
  })
  .map((words) => words.join(' '));

/** The people, places and things of every file, so that text can be searched for them. */
const known = {
  PatientName: 'Quillfeather^Ambrose',
  PatientID: '77301845',
  AccessionNumber: 'ZRX-99120',
  InstitutionName: 'Calderbrook',
  StudyInstanceUID: '1.2.826.0.1.555.77.3.1',
  StudyDate: '20170409',
  PatientBirthDate: '19570113',
};

const texts = fc.record(
  {
    StudyDescription: identifyingText,
    ImageComments: identifyingText,
    ProtocolName: identifyingText,
    ConvolutionKernel: identifyingText.map((text) => text.slice(0, 16)),
    PerformedProcedureStepDescription: identifyingText,
    ManufacturerModelName: identifyingText,
  },
  { requiredKeys: [] },
);

const nested = fc.record({ text: identifyingText, tag: fc.constantFrom(0x00081115, 0x00400275, 0x0040a730) });

/** Any Dataset of an image, with identifiers in descriptions, in kept text, in content and in Items of any Sequence. */
const anyObject: fc.Arbitrary<SyntheticFile> = fc
  .record({ file: arbitraryFile, texts, nested })
  .map(({ file, texts: values, nested: { text, tag } }) => {
    const item = elementsOf({
      PatientName: 'Quillfeather^Ambrose',
      CodeMeaning: text,
      TextValue: text,
      StudyDate: '20170409',
    });
    const planted = ctElements({ ...known, ...values }, [{ tag, vr: 'SQ', value: { items: [item] } }]);
    const tags = new Set(planted.map((element) => element.tag));
    const others = file.elements.filter((element) => !tags.has(element.tag) && element.tag !== 0x00080005);
    return { ...file, elements: [...planted, ...others].sort((a, b) => a.tag - b.tag) };
  });

/** What retains dates, UIDs or institutions leaves them on purpose. */
const LEAVING: ReadonlySet<Option> = new Set([
  'retainUIDs',
  'retainInstitutionIdentity',
  'retainLongitudinalFullDates',
]);
const anyProfile = fc.oneof(
  fc.constantFrom(...Object.values(PRESETS)),
  fc
    .subarray(OPTIONS.filter((option) => !LEAVING.has(option)))
    .map((options) => ({ name: 'any', ...Object.fromEntries(options.map((option) => [option, true])) })),
);

const contextOf = (profile: object, key = KEY): ReturnType<typeof context> =>
  context(profile, { vocabulary: loadVocabulary(), pseudonyms: keyedPseudonyms(key) });

/** The bytes of each element without Items, by path; of paths that are there twice the first. */
const leavesOf = (file: Part10File): ReadonlyMap<string, string> => {
  const leaves = new Map<string, string>();
  walk(file, ({ element, path }) => {
    if (element.items === null && !leaves.has(path)) {
      leaves.set(
        path,
        Buffer.from(file.source.read(element.valueStart, element.valueEnd)).toString('latin1'),
      );
    }
    return true;
  });
  return leaves;
};

const RUNS = { numRuns: 150, seed: 20240229 };

describe('any object under any profile', () => {
  it('[DI-80] becomes one that can be read and has none of the identifiers', () => {
    fc.assert(
      fc.property(anyObject, anyProfile, (file, profile) => {
        // Random text and bytes of the file may hold them by no means but chance; only planted ones are looked for.
        const { bytes, file: copy } = deidentifiedBytes(buildPart10(file), contextOf(profile));
        const text =
          [...leavesOf(copy).values()].join('\n') + Buffer.from(bytes.subarray(0, 132)).toString('latin1');
        expect(IDENTIFIERS.filter((value) => text.includes(value))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('[DI-23] becomes the same under the same key, and another under another', () => {
    fc.assert(
      fc.property(anyObject, anyProfile, (file, profile) => {
        const bytes = buildPart10(file);
        const first = deidentifiedBytes(bytes, contextOf(profile));
        expect(Buffer.compare(first.bytes, deidentifiedBytes(bytes, contextOf(profile)).bytes)).toBe(0);
        const other = deidentifiedBytes(bytes, contextOf(profile, 'another key'));
        for (const keyword of ['PatientID', 'PatientName', 'StudyInstanceUID', 'SOPInstanceUID']) {
          expect(other.value(keyword)).not.toBe(first.value(keyword));
        }
      }),
      RUNS,
    );
  });

  it('[DI-17] keeps the bytes of what the plan does not change', () => {
    fc.assert(
      fc.property(anyObject, anyProfile, (file, profile) => {
        const original = openPart10(buildPart10(file));
        const { plan, file: copy } = deidentifiedBytes(buildPart10(file), contextOf(profile));
        const [before, after] = [leavesOf(original), leavesOf(copy)];
        for (const { path, edit, element } of plan.actions) {
          if (edit === null && element?.items === null) expect(after.get(path), path).toBe(before.get(path));
        }
      }),
      RUNS,
    );
  });
});
