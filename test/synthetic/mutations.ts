import fc from 'fast-check';

const META_START = 132;

export interface Mutation {
  readonly kind: 'overwrite' | 'cut' | 'insert' | 'repeat' | 'truncate';
  /** Of the file after the prefix, in ten-thousandths. */
  readonly where: number;
  readonly bytes: Uint8Array;
}

/** Lengths, delimiters and signs of VRs do more harm than bytes at random. */
const harmful = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc.constantFrom(
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0xfe, 0xff, 0, 0xe0),
    Uint8Array.of(0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0),
    Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0),
    Uint8Array.of(0, 0, 0, 0),
    Buffer.from('SQ'),
    Buffer.from('UN'),
    Buffer.from('OB'),
    Buffer.from('\\ISO 2022 IR 87'),
    Buffer.from('\u001B$B'),
  ),
);
/** One or two damages of a file. */
export const mutations = fc.array(
  fc.record<Mutation>({
    kind: fc.constantFrom('overwrite', 'overwrite', 'overwrite', 'cut', 'insert', 'repeat', 'truncate'),
    where: fc.nat(9999),
    bytes: harmful,
  }),
  { minLength: 1, maxLength: 2 },
);

export const mutate = (file: Uint8Array, { kind, where, bytes }: Mutation): Uint8Array => {
  const at = META_START + Math.floor((where / 10_000) * (file.length - META_START));
  const before = file.subarray(0, at);
  const after = file.subarray(at);
  switch (kind) {
    case 'overwrite':
      return Buffer.concat([before, bytes.subarray(0, after.length), after.subarray(bytes.length)]);
    case 'cut':
      return Buffer.concat([before, after.subarray(bytes.length)]);
    case 'insert':
      return Buffer.concat([before, bytes, after]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, 16), after]);
    case 'truncate':
      return before;
  }
};
