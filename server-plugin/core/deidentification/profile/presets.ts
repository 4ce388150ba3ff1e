import type { ProfileInput } from './profile.ts';

/** The profiles that come with the product. */
export const PRESETS = {
  /** For research over time: intervals, patient characteristics and clinical text stay. */
  'research-longitudinal': {
    name: 'research-longitudinal',
    retainLongitudinalModifiedDates: true,
    retainPatientCharacteristics: true,
    retainSafePrivate: true,
    cleanDescriptors: true,
    cleanStructuredContent: true,
    cleanGraphics: true,
    cleanPixelData: true,
  },
  /** The Basic Profile, with burned-in text removed. */
  basic: { name: 'basic', cleanPixelData: true },
  /** For recipients nothing is known of: beside the Basic Profile, what tells one device from another goes. */
  'sharing-strict': {
    name: 'sharing-strict',
    cleanPixelData: true,
    overrides: ['ManufacturerModelName', 'SoftwareVersions'].map((attribute) => ({
      attribute,
      action: 'D' as const,
      reason: 'Together with the time of acquisition the exact device points to the institution.',
    })),
  },
} as const satisfies Readonly<Record<string, ProfileInput>>;

export type PresetName = keyof typeof PRESETS;
export const DEFAULT_PRESET: PresetName = 'research-longitudinal';
