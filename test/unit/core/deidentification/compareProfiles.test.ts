import {
  compareProfiles,
  PRESETS,
  profileDefinition,
  resolveProfile,
} from '@pseudonymize-redact/core/deidentification';
import { describe, expect, it } from 'vitest';

const reason = 'For the test.';

describe('two profiles', () => {
  it('[DI-72] differ by Options and by the attributes to which something else happens', () => {
    const before = resolveProfile({ name: 'a' });
    const now = resolveProfile({
      name: 'a',
      retainDeviceIdentity: true,
      overrides: [
        { attribute: 'StudyDescription', action: 'X', reason },
        { attribute: 'Rows', action: 'X', reason },
      ],
    });
    const { options, attributes } = compareProfiles(before, now);
    expect(options).toEqual([{ option: 'retainDeviceIdentity', used: true }]);
    expect(attributes).toContainEqual({ attribute: 'DeviceSerialNumber', before: 'X/Z/D', now: 'K' });
    expect(attributes).toContainEqual({ attribute: 'Rows', before: 'VR', now: 'X' });
    // The Basic Profile removes it as well.
    expect(attributes.map(({ attribute }) => attribute)).not.toContain('StudyDescription');
  });

  it('[DI-72] differ in nothing where one is read from what was kept of the other', () => {
    for (const preset of Object.values(PRESETS)) {
      const profile = resolveProfile(preset);
      const again = resolveProfile(JSON.parse(JSON.stringify(profileDefinition(profile))));
      expect(compareProfiles(profile, again)).toEqual({ options: [], attributes: [] });
      expect(again).toEqual(profile);
    }
  });
});
