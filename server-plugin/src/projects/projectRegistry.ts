import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Project, TextPolicy } from '@pseudonymize-redact/core/contract';
import { PRESETS, type Pseudonyms, type ResolvedProfile } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { DestinationSetting } from '../destinations/destinationSetting.ts';
import { PRODUCT } from '../engine/product.ts';
import type { WorkingHours } from '../jobs/workingHours.ts';
import { readKey } from '../pseudonyms/keyFile.ts';
import { keyedHash } from '../pseudonyms/keyedHash.ts';
import { projectPseudonyms } from '../pseudonyms/projectPseudonyms.ts';
import type { People } from '../vault/people.ts';
import { loadProfile } from './profileFile.ts';
import { definitionsIn, PROJECTS_FILE, type HoldPolicy, type ProjectDefinition } from './projectFile.ts';

/** A project, ready to de-identify with. */
export interface OpenProject {
  readonly id: string;
  /** As the project names it. */
  readonly profileName: string;
  readonly profile: ResolvedProfile;
  /** Tells versions of what decides about a copy apart: the profile and the settings of pseudonyms, as 16 hexadecimal digits. */
  readonly rules: string;
  readonly pseudonyms: Pseudonyms;
  readonly holdPolicy: HoldPolicy;
  /** Of exports; other jobs say so themselves. */
  readonly search: 'auto' | 'none';
  readonly textPolicy: TextPolicy;
}

export interface ProjectRegistry {
  list(): readonly Project[];
  /**
   * @param profile one of those that it allows; null: its own
   * @throws CodedError PROJECT_NOT_FOUND, PROFILE_NOT_ALLOWED, KEY_…, PROFILE_…
   */
  get(id: string, profile?: string | null): OpenProject;
  /** Tells keys apart and says nothing of them. @throws CodedError PROJECT_NOT_FOUND, KEY_… */
  fingerprintOf(id: string): string;
  keyPathOf(id: string): string;
  /** @throws CodedError PROJECT_NOT_FOUND, KEY_… */
  keyOf(id: string): Uint8Array;
  /** Of a value that must not be told, under the project's key: 16 hexadecimal digits. @throws CodedError PROJECT_NOT_FOUND, KEY_… */
  hashOf(id: string, purpose: string, value: string): string;
  /** @throws CodedError PROJECT_NOT_FOUND, PROFILE_… */
  rulesOf(id: string): string;
  /**
   * Changes with everything that a worker does a job of the project by, the version of the product included, but the key: 16 hexadecimal
   * digits.
   *
   * @throws CodedError PROJECT_NOT_FOUND
   */
  settingsOf(id: string): string;
  /** Null: at any time. */
  hoursOf(id: string): WorkingHours | null;
  /** @throws CodedError PROJECT_NOT_FOUND */
  destinationOf(id: string): DestinationSetting;
}

const allowedProfiles = ({ profile, profiles }: ProjectDefinition): readonly string[] => [
  ...new Set([profile, ...profiles]),
];

const HASH_LENGTH = 16;

/** Changes with everything that makes other copies of the same originals, but the key, which has a fingerprint of its own. */
const rulesOf = (definition: ProjectDefinition, profile: ResolvedProfile): string => {
  const { defaultIssuer, patientNames, allocation, replaceWithMapping, maxShiftWeeks } = definition;
  const { textPolicy } = definition;
  const all = [
    { ...profile, overrides: [...profile.overrides] },
    { defaultIssuer, patientNames, allocation, replaceWithMapping, maxShiftWeeks, textPolicy },
  ];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, HASH_LENGTH);
};

const contentOf = (path: string): string =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';

/** Presets come with the product; other profiles and the mapping are files. */
const settingsOf = (definition: ProjectDefinition, dataFolder: string): string => {
  const decides = { ...definition, name: '', keyFile: '' };
  const { replaceWithMapping } = decides;
  const files = [
    ...allowedProfiles(definition).filter((profile) => !Object.hasOwn(PRESETS, profile)),
    ...(replaceWithMapping === undefined ? [] : [replaceWithMapping]),
  ];
  const all = [PRODUCT.version, decides, files.map((file) => contentOf(resolve(dataFolder, file)))];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, HASH_LENGTH);
};

/** Changes when a file is written anew. */
const versionOf = (path: string): string => {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.mtimeMs} ${file.ino} ${file.size}`;
};

/** Where no copies are made, nobody gets a pseudonym. */
const nobody = (): People => ({
  pseudonymOf: () => Promise.reject(new CodedError('VAULT_MISSING')),
});

/**
 * Opens the projects of a data folder; profiles and keys are read when a project is first used, and when their files have changed.
 *
 * @param peopleOf who became whom in a project
 */
export const openProjects = (
  dataFolder: string,
  peopleOf: (project: string) => People = nobody,
): ProjectRegistry => {
  const path = join(dataFolder, PROJECTS_FILE);
  let read = { version: versionOf(path), definitions: definitionsIn(path) };
  const opened = new Map<string, { readonly version: string; readonly project: OpenProject }>();

  const definitionsNow = (): readonly ProjectDefinition[] => {
    const version = versionOf(path);
    if (version !== read.version) read = { version, definitions: definitionsIn(path) };
    return read.definitions;
  };

  const definitionOf = (id: string): ProjectDefinition => {
    const definition = definitionsNow().find((project) => project.id === id);
    if (definition === undefined) throw new CodedError('PROJECT_NOT_FOUND');
    return definition;
  };

  const keyOf = ({ keyFile }: ProjectDefinition): Uint8Array => readKey(resolve(dataFolder, keyFile));

  const open = (id: string): OpenProject => {
    const definition = definitionOf(id);
    const key = keyOf(definition);
    const { replaceWithMapping } = definition;
    const profile = loadProfile(dataFolder, definition.profile);
    return {
      id,
      profileName: definition.profile,
      profile,
      rules: rulesOf(definition, profile),
      pseudonyms: projectPseudonyms(
        key,
        {
          ...definition,
          mappingFile: replaceWithMapping === undefined ? null : resolve(dataFolder, replaceWithMapping),
          nameMemoryFolder: null,
        },
        peopleOf(id),
      ),
      holdPolicy: definition.holds,
      search: definition.search,
      textPolicy: definition.textPolicy,
    };
  };

  /** The same project, pseudonyms included, under another profile. */
  const underProfile = (own: OpenProject, profileName: string): OpenProject => {
    const definition = definitionOf(own.id);
    if (!allowedProfiles(definition).includes(profileName)) throw new CodedError('PROFILE_NOT_ALLOWED');
    const profile = loadProfile(dataFolder, profileName);
    return { ...own, profileName, profile, rules: rulesOf(definition, profile) };
  };

  /** What was opened before, unless a file that it came from has changed. */
  const kept = (key: string, files: readonly string[], open: () => OpenProject): OpenProject => {
    const version = [read.version, ...files.map((file) => versionOf(resolve(dataFolder, file)))].join(' ');
    const known = opened.get(key);
    if (known?.version === version) return known.project;
    const project = open();
    opened.set(key, { version, project });
    return project;
  };

  const get = (id: string, profileName: string | null = null): OpenProject => {
    const { profile, replaceWithMapping } = definitionOf(id);
    const files = [profile, ...(replaceWithMapping === undefined ? [] : [replaceWithMapping])];
    const own = kept(id, files, () => open(id));
    return profileName === null || profileName === profile
      ? own
      : kept(`${id} ${profileName}`, [...files, profileName], () => underProfile(own, profileName));
  };

  return {
    list: () =>
      definitionsNow().map((definition) => {
        const { id, name, profile, destination } = definition;
        return {
          id,
          name,
          profile,
          profiles: [...allowedProfiles(definition)],
          destination: destination.kind,
        };
      }),
    fingerprintOf: (id) => keyedHash(keyOf(definitionOf(id)), 'fingerprint')().toString('hex'),
    keyPathOf: (id) => resolve(dataFolder, definitionOf(id).keyFile),
    hoursOf: (id) => definitionOf(id).workingHours ?? null,
    destinationOf: (id) => definitionOf(id).destination,
    keyOf: (id) => keyOf(definitionOf(id)),
    hashOf: (id, purpose, value) =>
      keyedHash(
        keyOf(definitionOf(id)),
        purpose,
      )(value)
        .toString('hex')
        .slice(0, HASH_LENGTH),
    rulesOf: (id) => get(id).rules,
    settingsOf: (id) => settingsOf(definitionOf(id), dataFolder),
    get,
  };
};
