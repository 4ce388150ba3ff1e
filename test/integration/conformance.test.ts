import { readdirSync, readFileSync } from 'node:fs';
import { PRESETS } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { describe, expect, it } from 'vitest';
import { describeWithSharedData, sharedPath } from '../sharedData.ts';
import { SHARED_FOLDER_PRESENT } from '../sharedFolder.ts';
import { buildPart10, EXPLICIT_LITTLE_ENDIAN } from '../synthetic/buildPart10.ts';
import { identifiedObject, PEOPLE } from '../synthetic/identifiedObject.ts';
import { context, deidentifiedBytes } from '../unit/core/deidentification/deidentified.ts';
import { dciodvfyErrors } from './independentDecoders.ts';

/** Values and places differ between an object and its copy; what is wrong must not. */
const kindOf = (line: string): string =>
  line.replace(/<[^<>]*[0-9^][^<>]*>/g, '<…>').replace(/\d[\d.]*/g, '#');

/** An original that dciodvfy stops reading shows nothing of what comes after. */
const READING_STOPS = /Dicom dataset read failed/;

const newErrors = (original: Uint8Array, copy: Uint8Array): readonly string[] => {
  const errors = [...dciodvfyErrors(original)];
  if (errors.some((line) => READING_STOPS.test(line))) return [];
  const before = new Set(errors.map(kindOf));
  return [...dciodvfyErrors(copy)].filter((line) => !before.has(kindOf(line)));
};

/** The copy, or null where the object is refused. */
const copyOf = (bytes: Uint8Array, profile: unknown): Uint8Array | null => {
  try {
    return deidentifiedBytes(bytes, context(profile)).bytes;
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
};

describe('synthetic objects with identifiers in every place', () => {
  it.each(Object.entries(PEOPLE))('[DI-81] have no new error in %s', (_, person) => {
    const original = buildPart10(identifiedObject(person, EXPLICIT_LITTLE_ENDIAN));
    for (const profile of Object.values(PRESETS)) {
      const copy = copyOf(original, profile);
      expect(copy && newErrors(original, copy), profile.name).toEqual([]);
    }
  });
});

const FOLDERS = [
  ['data', 'dicom'],
  ['bench', 'midi-like', 'set1', 'input'],
] as const;

const paths = SHARED_FOLDER_PRESENT
  ? FOLDERS.flatMap((folder) =>
      readdirSync(sharedPath(...folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.dcm'))
        .map((name) => [name, sharedPath(...folder, name)] as const),
    )
  : [];

describeWithSharedData('real objects', () => {
  it.each(paths)('[DI-81] %s has no new error', (_, path) => {
    const original = new Uint8Array(readFileSync(path));
    for (const profile of Object.values(PRESETS)) {
      const copy = copyOf(original, profile);
      if (copy !== null) expect(newErrors(original, copy), profile.name).toEqual([]);
    }
  });
});
