/** Crockford's base 32: no I, L, O, U, so a code survives being read aloud and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5n;

/** 65 bits: among a million patients, two share one with a probability of 1 in 74 million. */
export const PATIENT_CODE_LENGTH = 13;

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
