import { transferSyntaxOf } from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';

const PREFIX = '1.2.840.10008.1.2';

describe('transferSyntaxOf', () => {
  it.each([
    ['', { explicitVR: false, littleEndian: true }, false],
    ['.1', { explicitVR: true, littleEndian: true }, false],
    ['.1.99', { explicitVR: true, littleEndian: true }, true],
    ['.2', { explicitVR: true, littleEndian: false }, false],
  ])('knows the native syntax %s', (suffix, encoding, deflated) => {
    expect(transferSyntaxOf(PREFIX + suffix)).toMatchObject({
      uid: PREFIX + suffix,
      encoding,
      deflated,
      encapsulated: false,
      lossy: false,
    });
  });

  it.each<[string, boolean]>([
    ['.1.98', false],
    ['.4.50', true],
    ['.4.55', true],
    ['.4.57', false],
    ['.4.66', false],
    ['.4.70', false],
    ['.4.80', false],
    ['.4.81', true],
    ['.4.90', false],
    ['.4.91', true],
    ['.4.100.1', true],
    ['.4.106.1', true],
    ['.4.108', true],
    ['.4.110', false],
    ['.4.111', true],
    ['.4.112', true],
    ['.4.201', false],
    ['.4.203', true],
    ['.5', false],
    ['.8.1', false],
  ])('knows the encapsulated syntax %s, lossy: %s', (suffix, lossy) => {
    expect(transferSyntaxOf(PREFIX + suffix)).toMatchObject({
      encoding: { explicitVR: true, littleEndian: true },
      deflated: false,
      encapsulated: true,
      lossy,
    });
  });

  it.each(['', '1.2.3', `${PREFIX}.4.94`, `${PREFIX}.4.205`, `${PREFIX}.7.1`, '1.2.840.113619.5.2'])(
    'does not know %j, whose pixels are not in the file or follow no standard',
    (uid) => {
      expect(transferSyntaxOf(uid)).toBeUndefined();
    },
  );
});
