import { PRESETS, resolveProfile } from '@pseudonymize-redact/core/deidentification';
import { concatenate, splice } from '@pseudonymize-redact/core/part10';
import { expect, it } from 'vitest';
import { nodeDeflate } from '../../../../server-plugin/src/engine/nodeDeflate.ts';
import { PIXELS_LEFT_OUT, planFor } from '../../../../server-plugin/src/engine/planFor.ts';
import { verifyCopy } from '../../../../server-plugin/src/engine/verifyCopy.ts';
import { keyedPseudonyms } from '../../../../server-plugin/src/pseudonyms/keyedPseudonyms.ts';
import { buildPart10, type SyntheticElement } from '../../../synthetic/buildPart10.ts';
import { openPart10 } from '../../../synthetic/openPart10.ts';

const BASIC_TEXT_SR = '1.2.840.10008.5.1.4.1.1.88.11';
const STUDY = '1.2.826.0.1.3680043.8.498.2';
const ui = (tag: number, value: string): SyntheticElement => ({ tag, vr: 'UI', value });

/** A report that refers to an image of which it knows no UIDs. */
const REPORT = openPart10(
  buildPart10({
    meta: [ui(0x00020002, BASIC_TEXT_SR), ui(0x00020003, '1.2.826.0.1.3680043.8.498.1')],
    elements: [
      ui(0x00080016, BASIC_TEXT_SR),
      ui(0x00080018, '1.2.826.0.1.3680043.8.498.1'),
      { tag: 0x00081199, vr: 'SQ', value: { items: [[ui(0x00081150, '0'), ui(0x00081155, '0')]] } },
      { tag: 0x00100020, vr: 'LO', value: 'QX-77120' },
      ui(0x0020000d, STUDY),
      ui(0x0020000e, '1.2.826.0.1.3680043.8.498.3'),
      { tag: 0x00200013, vr: 'IS', value: '0 ' },
    ],
  }),
);
const PROFILE = resolveProfile(PRESETS['research-longitudinal']);
const PLAN = planFor(
  REPORT,
  { profile: PROFILE, pseudonyms: keyedPseudonyms(new Uint8Array(32).fill(7)) },
  PIXELS_LEFT_OUT,
);
const COPY = concatenate(splice(REPORT, PLAN.edits, nodeDeflate));

it('a reference "0" that names nothing holds no copy back', () => {
  expect([...PLAN.identity.uids.keys()]).toContain('0');
  expect(() => {
    verifyCopy(openPart10(COPY), PLAN, PROFILE);
  }).not.toThrow();
});

it('a UID of the original that is left does', () => {
  const text = Buffer.from(COPY);
  const pseudonym = PLAN.identity.uids.get(STUDY) ?? '';
  const at = text.indexOf(pseudonym);
  expect(at).toBeGreaterThan(0);
  text.fill(0, at, at + pseudonym.length).write(STUDY, at, 'latin1');
  expect(() => {
    verifyCopy(openPart10(text), PLAN, PROFILE);
  }).toThrow(expect.objectContaining({ code: 'COPY_NOT_VERIFIED' }));
});
