import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProfileIssue } from '@pseudonymize-redact/core/contract';
import {
  PRESETS,
  Profile,
  resolveProfile,
  type ResolvedProfile,
} from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';

/** @throws CodedError PROFILE_INVALID, PROFILE_LEAVES_IDENTIFIER */
export const loadProfile = (folder: string, profile: string): ResolvedProfile => {
  if (Object.hasOwn(PRESETS, profile)) return resolveProfile(PRESETS[profile as keyof typeof PRESETS]);
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(resolve(folder, profile), 'utf8'));
  } catch (cause) {
    throw new CodedError('PROFILE_INVALID', 'neither a preset nor a JSON file', { cause });
  }
  return resolveProfile(input);
};

/** Of profiles that are edited on the admin page, in the data folder. */
const FOLDER = 'profiles';
const ENDING = '.json';

/** How a project names a profile of that folder. */
export const profilePath = (name: string): string => `${FOLDER}/${name}${ENDING}`;

/** What is wrong with a profile, by path; nothing: it can be used. */
export const profileIssues = (definition: unknown): readonly ProfileIssue[] => {
  const parsed = Profile.safeParse(definition);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  try {
    resolveProfile(definition);
    return [];
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return [{ path: ['overrides'], message: error.message }];
  }
};

/** The names of the profiles in the folder. */
export const profilesIn = (dataFolder: string): readonly string[] => {
  try {
    return readdirSync(join(dataFolder, FOLDER))
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** A preset, or a profile of the folder, as it was written. @throws CodedError PROFILE_NOT_FOUND */
export const readProfile = (dataFolder: string, name: string): unknown => {
  if (Object.hasOwn(PRESETS, name)) return PRESETS[name as keyof typeof PRESETS];
  try {
    return JSON.parse(readFileSync(join(dataFolder, profilePath(name)), 'utf8'));
  } catch {
    throw new CodedError('PROFILE_NOT_FOUND');
  }
};

/** Writes a profile, whole or not at all. @throws CodedError PROFILE_INVALID, PROFILE_LEAVES_IDENTIFIER */
export const writeProfile = (dataFolder: string, name: string, definition: unknown): void => {
  resolveProfile(definition);
  const path = join(dataFolder, profilePath(name));
  mkdirSync(join(dataFolder, FOLDER), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.partial`, `${JSON.stringify(definition, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.partial`, path);
};
