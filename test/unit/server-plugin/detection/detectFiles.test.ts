import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameReportsOf } from '../../../../server-plugin/src/detection/detectionReport.ts';
import { detectFiles, type DetectedFile } from '../../../../server-plugin/src/detection/detectFiles.ts';
import { drawFile } from '../../../../server-plugin/src/detection/drawFile.ts';
import { openSearchPool } from '../../../../server-plugin/src/detection/searchPool.ts';
import { IMAGE_CELLS, IMAGE_COLUMNS, IMAGE_ROWS, syntheticImage } from '../../../synthetic/images.ts';

const [cell] = IMAGE_CELLS.filter(({ frames, photometric }) => frames === 3 && photometric === 'YBR_FULL');
if (cell === undefined) throw new Error('there is no such image');
const instance = syntheticImage(cell);
let folder = '';
let files: readonly DetectedFile[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detect-'));
  writeFileSync(join(folder, 'clip.dcm'), instance.bytes);
  writeFileSync(join(folder, 'other.dcm'), 'no DICOM');
  const pool = openSearchPool(1);
  try {
    files = await detectFiles([join(folder, 'clip.dcm'), join(folder, 'other.dcm')], pool);
  } finally {
    await pool.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const searchedFile = () => {
  const [file] = files;
  if (file === undefined || 'error' in file) throw new Error('it was not searched');
  return file;
};

describe('the detection of text in files', () => {
  it('[TD-18] reports every frame of a file, and which were searched', () => {
    const reports = frameReportsOf(searchedFile());
    expect(reports.map(({ frame, searched }) => [frame, searched])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect(Object.keys(reports[0]?.boxes[0] ?? {})).toEqual(
      expect.arrayContaining(['box', 'quad', 'text', 'class', 'confidence']),
    );
  });

  it('[TD-15] covers every text of every frame', () => {
    const [first] = frameReportsOf(searchedFile());
    for (const { box } of instance.texts) {
      const centre = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const;
      const covering = first?.boxes.find(
        (found) =>
          found.box[0] < centre[0] &&
          centre[0] < found.box[2] &&
          found.box[1] < centre[1] &&
          centre[1] < found.box[3],
      );
      expect(covering, box.join()).toBeDefined();
    }
  });

  it('tells what could not be searched, and goes on', () => {
    expect(files[1]).toMatchObject({ error: { code: 'PART10_NOT_DICOM' } });
  });

  it('draws pictures of the size of the image', async () => {
    const file = searchedFile();
    await drawFile(file, folder);
    const name = `${file.path.replace(/^\//, '').replaceAll('/', '_')}-2.png`;
    const png = readFileSync(join(folder, name));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([IMAGE_COLUMNS, IMAGE_ROWS]);
  });
});
