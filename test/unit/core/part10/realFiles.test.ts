import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { CodedError } from '@pseudonymize-redact/core/errors';
import { formatTag, isStringVR, textOf, walk } from '@pseudonymize-redact/core/part10';
import { expect, it } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../sharedData.ts';
import { openPart10, writePart10 } from '../../../synthetic/openPart10.ts';

/** One is no Part 10 file, one ends inside its Pixel Data. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['ExplVR_LitEndNoMeta.dcm', 'PART10_NOT_DICOM'],
  ['MR_truncated.dcm', 'PART10_TRUNCATED'],
]);

const filesIn = (...folder: readonly string[]): readonly string[] =>
  readdirSync(sharedPath(...folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dcm'))
    .map((name) => sharedPath(...folder, name));

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

describeWithSharedData('real files without edits', () => {
  it('come out byte-identical, or are refused with the right code', () => {
    const paths = [...filesIn('data', 'dicom'), ...filesIn('bench')];
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const bytes = readFileSync(path);
      const code = REFUSED.get(nameOf(path));
      if (code !== undefined) {
        expect(() => openPart10(bytes), path).toThrow(expect.objectContaining({ code }) as CodedError);
        continue;
      }
      const file = openPart10(bytes);
      const written = writePart10(file);
      if (!file.transferSyntax.deflated) {
        expect(Buffer.compare(written, bytes), path).toBe(0);
        continue;
      }
      const dataset = (whole: Uint8Array): Buffer => inflateRawSync(whole.subarray(file.datasetStart));
      expect(written.subarray(0, file.datasetStart)).toEqual(
        new Uint8Array(bytes.subarray(0, file.datasetStart)),
      );
      expect(Buffer.compare(dataset(written), dataset(bytes)), path).toBe(0);
    }
  });
});

/** "(gggg,eeee) text" of every text that is not empty. */
const textsReadByUs = (path: string): readonly string[] => {
  const texts: string[] = [];
  const file = openPart10(readFileSync(path));
  walk(file, ({ element, characterSet }) => {
    if (!isStringVR(element.vr) || element.vr === 'UI' || element.tag === 0x00080005) return true;
    const text = textOf(file.source, element, characterSet);
    if (text !== '') texts.push(`${formatTag(element.tag)} ${text}`);
    return true;
  });
  return texts;
};

/** The same as dcmdump reads them in UTF-8; null where its conversion library cannot. */
const textsReadByDcmdump = (path: string): readonly string[] | null => {
  const { stdout, stderr, error } = spawnSync('dcmdump', ['+U8', '+L', path], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (/not supported|error occurred/.test(stderr)) return null;
  const dataset = stdout.slice(stdout.indexOf('# Dicom-Data-Set'));
  const lines = dataset.matchAll(/^ *\(([0-9a-f]{4},[0-9a-f]{4})\) (?!UI)[A-Z]{2} \[(.*?)\] +# /gms);
  return [...lines]
    .filter(([, tag]) => tag !== '0008,0005')
    .map(([, tag, text]) => `(${(tag ?? '').toUpperCase()}) ${(text ?? '').trim()}`);
};

describeWithSharedData('texts of real files in many character sets', () => {
  it('are what dcmdump reads, wherever it can convert them', () => {
    let compared = 0;
    for (const path of filesIn('data', 'dicom', 'charsets')) {
      const expected = textsReadByDcmdump(path);
      if (expected === null) continue;
      expect(textsReadByUs(path), path).toEqual(expected);
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });

  it.each([
    ['chrH31.dcm', ['(0010,0010) Yamada^Tarou=山田^太郎=やまだ^たろう']],
    ['chrH32.dcm', ['(0010,0010) ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう']],
    ['chrSQEncoding.dcm', ['(0010,0010) ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう']],
    ['chrSQEncoding1.dcm', ['(0010,0010) ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう']],
    [
      'chrJapMulti.dcm',
      ['(0010,0010) やまだ^たろう', '(0010,1001) やまだ^たろう\\やまだ^たろう', '(0010,21B0) たろう'],
    ],
    [
      'chrJapMultiExplicitIR6.dcm',
      ['(0010,0010) やまだ^たろう', '(0010,1001) やまだ^たろう\\やまだ^たろう', '(0010,21B0) たろう'],
    ],
  ])('are read in %s', (name, texts) => {
    const found = textsReadByUs(sharedPath('data', 'dicom', 'charsets', name));
    expect(found.filter((text) => /\P{ASCII}/u.test(text))).toEqual(texts);
  });
});
