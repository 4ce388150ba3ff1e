import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoInstance } from '../../../../server-plugin/src/demo/demoInstance.ts';
import { demoStudies } from '../../../../server-plugin/src/demo/demoStudies.ts';
import { radiographStudy } from '../../../../server-plugin/src/demo/radiograph.ts';
import { readInstance, type ReadInstance } from './readInstance.ts';

interface Demo extends DemoInstance {
  readonly read: ReadInstance;
}

let demos: readonly Demo[] = [];

beforeAll(() => {
  demos = Array.from(demoStudies(), (instance) => ({ ...instance, read: readInstance(instance.bytes) }));
});

const named = (name: string): Demo => {
  const demo = demos.find((candidate) => candidate.name === name);
  if (demo === undefined) throw new Error(`no demo instance ${name}`);
  return demo;
};

const distinct = (keyword: string, of: readonly Demo[] = demos): ReadonlySet<string> =>
  new Set(of.map(({ read }) => read.text(keyword)));

describe('the demo studies', () => {
  it('are an ultrasound clip, a CT scan with a dose report, its follow-up and a radiograph', () => {
    expect(demos).toHaveLength(34);
    expect(distinct('StudyInstanceUID').size).toBe(4);
    expect(distinct('SeriesInstanceUID').size).toBe(5);
    expect(distinct('SOPInstanceUID').size).toBe(34);
    expect(distinct('Modality')).toEqual(new Set(['US', 'CT', 'OT', 'CR']));
    expect(new Set(demos.map(({ name }) => name)).size).toBe(34);
  });

  it('stay below 40 MB in all', () => {
    expect(demos.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(40e6);
  });

  it('show one patient at three dates, and another of the same family', () => {
    const juniper = demos.filter(({ read }) => read.text('PatientID') === 'FH-0042817');
    expect(distinct('PatientName', juniper)).toEqual(new Set(['Larkspur^Juniper^Mae']));
    expect(distinct('StudyDate', juniper)).toEqual(new Set(['20230314', '20230502', '20231114']));
    const others = demos.filter((demo) => !juniper.includes(demo));
    expect(distinct('PatientName', others)).toEqual(new Set(['Larkspur^Basil']));
    expect(distinct('PatientID', others)).toEqual(new Set(['FH-0057391']));
  });

  it('name the instance in the File Meta Information as in the dataset', () => {
    for (const { read } of demos)
      expect(read.metaText('MediaStorageSOPInstanceUID')).toBe(read.text('SOPInstanceUID'));
  });

  it('hold as many pixel bytes as their attributes say', () => {
    for (const { read } of demos) {
      const frames = Number(read.text('NumberOfFrames') || 1);
      const samples = read.number('SamplesPerPixel') * (read.number('BitsAllocated') / 8);
      expect(read.pixelData).toHaveLength(frames * read.number('Rows') * read.number('Columns') * samples);
    }
  });

  it('hold identifiers in nested, private and free-text attributes, in UTF-8', () => {
    const { read } = named('ultrasound.dcm');
    expect(read.text('SpecificCharacterSet')).toBe('ISO_IR 192');
    expect(read.text('PerformingPhysicianName')).toBe('Øvergård^Søren^^Dr');
    const everything = Buffer.from(read.headerBytes).toString('utf8');
    expect(everything).toContain('FICTIVE SONICS ECHO 1.0');
    expect(everything).toContain('Measured by A. Brambleway on 14 March 2023');
    expect(everything).toContain('8 Surgery Street, Exampleton');
  });

  it('are the same bytes every time', () => {
    const [again] = radiographStudy();
    expect(Buffer.compare(again?.bytes ?? Buffer.alloc(0), named('hand-radiograph.dcm').bytes)).toBe(0);
  });

  it('have a beating heart: the frames of the clip differ', () => {
    const { read } = named('ultrasound.dcm');
    const frame = (index: number): Uint8Array =>
      read.pixelData.subarray(index * 921_600, (index + 1) * 921_600);
    expect(Buffer.compare(frame(0), frame(7))).not.toBe(0);
  });
});

describe('the texts of the demo studies', () => {
  it('are on the clip, on one CT slice, on the dose report and on the radiograph', () => {
    const withTexts = demos.filter(({ texts }) => texts.length > 0).map(({ name }) => name);
    expect(withTexts).toEqual([
      'ultrasound.dcm',
      'chest-ct-11.dcm',
      'chest-ct-dose-report.dcm',
      'hand-radiograph.dcm',
    ]);
    for (const { name, read } of demos)
      expect(read.text('BurnedInAnnotation')).toBe(withTexts.includes(name) ? 'YES' : 'NO');
  });

  it('are identifying ones and harmless ones', () => {
    for (const { texts } of demos.filter((demo) => demo.texts.length > 0)) {
      expect(texts.some(({ identifying }) => identifying)).toBe(true);
      expect(texts.some(({ identifying }) => !identifying)).toBe(true);
    }
  });

  it('lie within the image and stand out in its pixels', () => {
    for (const { texts, read } of demos)
      for (const { frame, box, text } of texts) {
        const [x0, y0, x1, y1] = box;
        expect(x0).toBeGreaterThanOrEqual(0);
        expect(y0).toBeGreaterThanOrEqual(0);
        expect(x1).toBeLessThanOrEqual(read.number('Columns'));
        expect(y1).toBeLessThanOrEqual(read.number('Rows'));
        expect(read.contrast(frame === 'all' ? 1 : frame, box), text).toBeGreaterThan(0.2);
      }
  });

  it('come and go within the clip', () => {
    const message = named('ultrasound.dcm').texts.filter(({ text }) => text.startsWith('Saved for'));
    expect(message.map(({ frame }) => frame)).toEqual([13, 14, 15, 16, 17, 18, 19, 20]);
  });
});
