import { describe, expect, it } from 'vitest';
import { StagingMemory } from '../../../../server-plugin/src/jobs/stagingMemory.ts';

const CAPACITY = 2 ** 20;

const mustReserve = (memory: StagingMemory, bytes: number): SharedArrayBuffer => {
  const space = memory.reserve(bytes);
  if (space === null) throw new Error('no space');
  return space;
};

describe('the memory for finished copies', () => {
  it('gives a header room to grow, and no more than there is', () => {
    const memory = new StagingMemory(CAPACITY);
    const space = mustReserve(memory, 500_000);
    expect(space.byteLength).toBeGreaterThan(500_000);
    expect(memory.reserve(600_000)).toBeNull();
    memory.giveBack(space);
    expect(memory.reserve(600_000)).not.toBeNull();
  });

  it('is used again for copies of about the same size', () => {
    const memory = new StagingMemory(CAPACITY);
    const space = mustReserve(memory, 100_000);
    memory.giveBack(space);
    expect(memory.reserve(100_010)).toBe(space);
  });

  it('forgets what waits for its next use before it grows beyond its capacity', () => {
    const memory = new StagingMemory(CAPACITY);
    const small = mustReserve(memory, 100_000);
    memory.giveBack(small);
    const large = mustReserve(memory, 1_000_000);
    memory.giveBack(large);
    expect(memory.reserve(100_000)).not.toBe(small);
  });
});
