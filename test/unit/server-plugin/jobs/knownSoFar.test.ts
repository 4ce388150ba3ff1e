import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_REGIONS } from '@pseudonymize-redact/core/contract';
import { knownBeyond, NOTHING_KNOWN, type KnownValues } from '@pseudonymize-redact/core/deidentification';
import { expect, it } from 'vitest';
import { KnownSoFar } from '../../../../server-plugin/src/jobs/knownSoFar.ts';
import { StagedCopies } from '../../../../server-plugin/src/jobs/stagedCopies.ts';
import type { StagedOutcome } from '../../../../server-plugin/src/jobs/stagedOutcome.ts';
import { StagingMemory } from '../../../../server-plugin/src/jobs/stagingMemory.ts';

/** One copy fits, two do not. */
const MEMORY_BYTES = 32 * 2 ** 10;
const FILE_BYTES = 10 * 2 ** 10;

const naming = (...people: readonly string[]): KnownValues => ({ ...NOTHING_KNOWN, people: new Set(people) });

it('[DI-90] who was de-identified before somebody was named is behind, and nobody else', () => {
  const knowledge = new KnownSoFar(naming('Farrow^Edmund'));
  const first = knowledge.useFor('first');
  knowledge.add(knownBeyond(naming('Farrow^Edmund'), first));
  expect(knowledge.useFor('second')).toBe(first);
  knowledge.add(naming('Farrow^Edmund'));
  expect(knowledge.isBehind('first')).toBe(false);

  knowledge.add(knownBeyond(naming('Farrow^Edmund', 'Grace^Ada'), first));
  expect([...knowledge.useFor('third').people]).toEqual(['Farrow^Edmund', 'Grace^Ada']);
  expect(['first', 'second', 'third'].map((id) => knowledge.isBehind(id))).toEqual([true, true, false]);
  // Done again, they know all.
  knowledge.useFor('first');
  expect(knowledge.isBehind('first')).toBe(false);
});

it('[DI-90] what one tells beyond what is known is that alone', () => {
  const known = { ...naming('A'), days: new Set(['20170409']) };
  expect(knownBeyond(known, known)).toBeNull();
  expect(knownBeyond(NOTHING_KNOWN, known)).toBeNull();
  const patients = new Map([
    ['x', { issuerOfPatientID: '', patientID: '1', studyInstanceUID: '1.2', patientSex: 'F' as const }],
  ]);
  expect(knownBeyond({ ...naming('A', 'B'), patients }, known)).toEqual({ ...naming('B'), patients });
});

it('a finished copy that is discarded is not finished, in memory and on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'staged-'));
  try {
    const memory = new StagingMemory(MEMORY_BYTES);
    const staged = new StagedCopies(folder, 'job', memory);
    const outcome = (original: string): StagedOutcome => ({
      original,
      studyInstanceUID: '2.25.1',
      sopInstanceUID: '2.25.2',
      seriesInstanceUID: '2.25.3',
      rules: '',
      regions: 0,
      regionsByClass: NO_REGIONS,
      frames: 0,
      reencodings: 0,
      hold: null,
      facts: { sha256: '', patientID: '', sex: '', ageBand: '', modality: '', bodyPart: '' },
      actions: {},
    });
    writeFileSync(staged.copyPath('on-disk'), 'copy');
    staged.finish(outcome('on-disk'));
    const space = memory.reserve(FILE_BYTES);
    if (space === null) throw new Error('no space');
    staged.hold(outcome('in-memory'), space, FILE_BYTES);
    expect(staged.outcomes()).toHaveLength(2);
    expect(memory.reserve(FILE_BYTES)).toBeNull();
    for (const original of ['on-disk', 'in-memory', 'never-finished']) staged.discard(original);
    expect(staged.outcomes()).toEqual([]);
    expect(memory.reserve(FILE_BYTES)).toBe(space);
    expect(existsSync(staged.copyPath('on-disk'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
