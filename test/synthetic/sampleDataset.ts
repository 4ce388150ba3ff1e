import type { SyntheticElement } from './buildPart10.ts';

const instance = (uid: string): readonly SyntheticElement[] => [
  { tag: 0x00081150, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.2' },
  { tag: 0x00081155, vr: 'UI', value: uid },
];

/**
 * A small object with what makes reading hard: Sequences in Sequences, an empty Item and an empty Sequence, a private block
 * with a Sequence of its own, UN of undefined length, numbers of every kind, a value of no length.
 */
export const SAMPLE_ELEMENTS: readonly SyntheticElement[] = [
  { tag: 0x00080005, vr: 'CS', value: 'ISO_IR 100' },
  { tag: 0x00080016, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.7' },
  { tag: 0x00080018, vr: 'UI', value: '2.25.1001' },
  { tag: 0x00080050, vr: 'SH', value: '' },
  { tag: 0x00081110, vr: 'SQ', value: { items: [] } },
  {
    tag: 0x00081115,
    vr: 'SQ',
    value: {
      items: [
        [
          { tag: 0x00081199, vr: 'SQ', value: { items: [instance('2.25.1002'), [], instance('2.25.1003')] } },
          { tag: 0x0020000e, vr: 'UI', value: '2.25.1004' },
        ],
        [],
      ],
    },
  },
  { tag: 0x00090010, vr: 'LO', value: 'SYNTHETIC 1.0' },
  { tag: 0x00091001, vr: 'LO', value: 'private text' },
  {
    tag: 0x00091002,
    vr: 'SQ',
    value: { items: [[{ tag: 0x00100010, vr: 'PN', value: 'Nested^Private' }]] },
  },
  {
    tag: 0x00091003,
    vr: 'UN',
    value: { items: [[{ tag: 0x00100010, vr: 'PN', value: 'Unknown^Length' }]] },
  },
  { tag: 0x00100010, vr: 'PN', value: 'M\u00FCller^Ren\u00E9' },
  { tag: 0x00101020, vr: 'DS', value: '1.75' },
  { tag: 0x00180050, vr: 'DS', value: '0.5' },
  { tag: 0x00189074, vr: 'DT', value: '20240229101500.000000' },
  { tag: 0x00200013, vr: 'IS', value: '7' },
  { tag: 0x00204000, vr: 'LT', value: 'a\\b' },
  { tag: 0x00280009, vr: 'AT', value: [0x00181063] },
  { tag: 0x00280010, vr: 'US', value: [2] },
  { tag: 0x00280011, vr: 'US', value: [2] },
  { tag: 0x00280100, vr: 'US', value: [8] },
  { tag: 0x00289001, vr: 'UL', value: [70000] },
  { tag: 0x7fe00010, vr: 'OB', value: Uint8Array.of(1, 2, 3, 4) },
];
