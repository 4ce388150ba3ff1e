import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatTag, isStringVR, textOf, walk } from '@pseudonymize-redact/core/part10';
import { expect, it } from 'vitest';
import { describeWithSharedData, sharedPath } from '../sharedData.ts';
import { SHARED_FOLDER_PRESENT } from '../sharedFolder.ts';
import { context, deidentifiedBytes } from '../unit/core/deidentification/deidentified.ts';

/** "(gggg,eeee) text" of every text of a file, as dcmdump reads it in UTF-8; null where its conversion library cannot. */
const textsReadByDcmdump = (bytes: Uint8Array): readonly string[] | null => {
  const folder = mkdtempSync(join(tmpdir(), 'charsets-'));
  try {
    writeFileSync(join(folder, 'copy.dcm'), bytes);
    const { stdout, stderr } = spawnSync('dcmdump', ['+U8', '+L', join(folder, 'copy.dcm')], {
      encoding: 'utf8',
    });
    if (/not supported|error occurred/.test(stderr)) return null;
    const dataset = stdout.slice(stdout.indexOf('# Dicom-Data-Set'));
    const lines = dataset.matchAll(/^ *\(([0-9a-f]{4},[0-9a-f]{4})\) (?!UI)[A-Z]{2} \[(.*?)\] +# /gms);
    return [...lines].map(([, tag, text]) => `(${(tag ?? '').toUpperCase()}) ${(text ?? '').trim()}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** dcmdump tells the one that it converts to. */
const isNoCharacterSet = (text: string): boolean => !text.startsWith('(0008,0005)');

/** It has no SOP Instance UID, so it is refused. */
const REFUSED = 'empty_charset_LEI.dcm';

const names = SHARED_FOLDER_PRESENT
  ? readdirSync(sharedPath('data', 'dicom', 'charsets')).filter(
      (name) => name.endsWith('.dcm') && name !== REFUSED,
    )
  : [];

describeWithSharedData('copies of files in many character sets', () => {
  it.each(names)('[DI-19] %s is read by dcmdump as it was meant', (name) => {
    const { bytes, file } = deidentifiedBytes(
      readFileSync(sharedPath('data', 'dicom', 'charsets', name)),
      context(),
    );
    const texts: string[] = [];
    walk(file, ({ element, characterSet }) => {
      const text =
        isStringVR(element.vr) && element.vr !== 'UI' ? textOf(file.source, element, characterSet) : '';
      if (text !== '') texts.push(`${formatTag(element.tag)} ${text}`);
      return true;
    });
    const expected = textsReadByDcmdump(bytes) ?? texts;
    expect(texts.filter(isNoCharacterSet)).toEqual(expected.filter(isNoCharacterSet));
  });
});
