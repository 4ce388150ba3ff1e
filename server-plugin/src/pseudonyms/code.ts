/** Crockford's base 32: no I, L, O, U, so a code survives being read aloud and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5n;

/** The first `length` characters of base 32 of a hash; 5 bits each. */
export const codeOf = (hash: Buffer, length: number): string => {
  let bits = BigInt(`0x${hash.toString('hex')}`) >> (BigInt(hash.length * 8) - BITS * BigInt(length));
  let code = '';
  for (let index = 0; index < length; index++) {
    code = (ALPHABET[Number(bits & 31n)] ?? '') + code;
    bits >>= BITS;
  }
  return code;
};
