import { describe, expect, it } from 'vitest';
import { CPRL, joinedCodestream, RPCL } from '../../../../server-plugin/src/codecs/joinedCodestream.ts';

const SOT = [0xff, 0x90, 0, 10];
const SIZ = [0xff, 0x51, 0, 41, ...Array<number>(34).fill(7), 0, 1, 15, 1, 1];
const COD = [0xff, 0x52, 0, 12, 0, 0, 0, 1, 0, 5, 4, 4, 0, 1];
const length = (packets: readonly number[]): number[] => [0, 0, 0, 14 + packets.length];

/** One tile of one component, each list the packets of a tile-part. */
const codestream = (...tileParts: (readonly number[])[]): Uint8Array =>
  Uint8Array.of(
    ...[0xff, 0x4f, ...SIZ, ...COD],
    ...tileParts.flatMap((packets, index) => [
      ...SOT,
      ...[0, 0, ...length(packets), index, tileParts.length, 0xff, 0x93],
      ...packets,
    ]),
    ...[0xff, 0xd9],
  );

describe('a joined codestream', () => {
  it('[PX-02] has the packets of each component in the order that it names, and no transformation', () => {
    const joined = [...joinedCodestream([codestream([1, 2]), codestream([3]), codestream([4])], CPRL)];
    expect(joined.slice(38 + 2, 38 + 2 + 11)).toEqual([0, 3, 15, 1, 1, 15, 1, 1, 15, 1, 1]);
    const cod = joined.findIndex((byte, index) => byte === 0xff && joined[index + 1] === 0x52);
    expect(joined.slice(cod + 4, cod + 9)).toEqual([0, CPRL, 0, 1, 0]);
    expect(joined.slice(-6)).toEqual([1, 2, 3, 4, 0xff, 0xd9]);
    expect(joined.slice(-14, -10)).toEqual([0, 0, 0, 18]);
  });

  it('[PX-02] has the packets of each resolution together where a tile-part is one', () => {
    const joined = joinedCodestream([codestream([1], [2]), codestream([3], [4])], RPCL);
    const text = Buffer.from(joined).toString('hex');
    expect(text).toContain('ff930103ff90');
    expect(text.endsWith('ff930204ffd9')).toBe(true);
  });

  it('[PX-15] is refused where components differ in more than their packets', () => {
    const other = codestream([1]);
    other[12] = 8;
    const unlike: readonly (readonly [readonly Uint8Array[], typeof CPRL | typeof RPCL])[] = [
      [[codestream([1]), other], CPRL],
      [[codestream([1]), codestream([1], [2])], RPCL],
      [[codestream([1], [2]), codestream([1], [2])], CPRL],
      [[codestream([1]).subarray(0, -2), codestream([1]).subarray(0, -2)], CPRL],
    ];
    for (const [components, progression] of unlike)
      expect(() => joinedCodestream(components, progression)).toThrow();
  });
});
