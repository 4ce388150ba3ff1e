import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TextPolicy, type Project } from '@pseudonymize-redact/core/contract';
import {
  DEFAULT_PRESET,
  PRESETS,
  resolveProfile,
  type Pseudonyms,
  type ResolvedProfile,
} from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import { DestinationSetting } from '../destinations/destinationSetting.ts';
import { WorkingHours } from '../jobs/workingHours.ts';
import { ensureKey, readKey } from '../pseudonyms/keyFile.ts';
import { keyedHash } from '../pseudonyms/keyedHash.ts';
import { projectPseudonyms } from '../pseudonyms/projectPseudonyms.ts';
import { StudyVault } from '../vault/studyVault.ts';
import { Vault } from '../vault/vault.ts';

const ProjectDefinition = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1).max(100),
  /** A preset's name, or the path of a JSON file, relative to the data folder. */
  profile: z.string().default(DEFAULT_PRESET),
  /** Further ones, named in the same way, that a job may choose. */
  profiles: z.array(z.string()).default([]),
  /** Relative to the data folder. */
  keyFile: z.string(),
  defaultIssuer: z.string().max(64).default(''),
  patientNames: z.enum(['names', 'codes']).default('names'),
  /** Derived from the key, or random and kept in the vault. */
  allocation: z.enum(['derived', 'random']).default('derived'),
  /** A CSV file with the administrator's own pseudonyms, relative to the data folder; absent: none. */
  replaceWithMapping: z.string().optional(),
  /** The largest shift of dates, in weeks. */
  maxShiftWeeks: z.int().min(1).max(1040).default(260),
  /** When jobs of exports may begin; absent: at any time. */
  workingHours: WorkingHours.optional(),
  /** Whether exports search the pixels for text and blank it; without it they claim nothing of the pixels. */
  search: z.enum(['auto', 'none']).default('auto'),
  /** What is blanked of the text that a job finds itself. */
  textPolicy: TextPolicy.default('all-text'),
  /** Which text that is found after redaction puts an instance on hold; "off": none is searched for. */
  holds: z.enum(['identifying', 'all-text', 'off']).default('identifying'),
  /** Where copies go. */
  destination: DestinationSetting.default({ kind: 'source' }),
});
export type HoldPolicy = ProjectDefinition['holds'];
type ProjectDefinition = z.infer<typeof ProjectDefinition>;

const ProjectFile = z
  .array(ProjectDefinition)
  .refine(
    (projects) => new Set(projects.map(({ id }) => id)).size === projects.length,
    'two projects have the same id',
  );

const FILE = 'projects.json';
const VAULTS_FOLDER = 'vaults';
const FIRST_PROJECT: z.input<typeof ProjectDefinition> = {
  id: 'default',
  name: 'Default project',
  profiles: Object.keys(PRESETS).filter((preset) => preset !== DEFAULT_PRESET),
  keyFile: 'keys/default.key',
};

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
  /** Who became whom. @throws CodedError PROJECT_NOT_FOUND, KEY_… */
  vaultOf(id: string): { readonly people: Vault; readonly studies: StudyVault };
  /** Of a value that must not be told, under the project's key: 16 hexadecimal digits. @throws CodedError PROJECT_NOT_FOUND, KEY_… */
  hashOf(id: string, purpose: string, value: string): string;
  /** @throws CodedError PROJECT_NOT_FOUND, PROFILE_… */
  rulesOf(id: string): string;
  /** Null: at any time. */
  hoursOf(id: string): WorkingHours | null;
  /** @throws CodedError PROJECT_NOT_FOUND */
  destinationOf(id: string): DestinationSetting;
}

const definitionsIn = (path: string): readonly ProjectDefinition[] => {
  try {
    return ProjectFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new CodedError('PROJECTS_INVALID', FILE, { cause });
  }
};

const allowedProfiles = ({ profile, profiles }: ProjectDefinition): readonly string[] => [
  ...new Set([profile, ...profiles]),
];

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

/** Makes the first project and its key where there is none yet: once, before anybody opens the projects. */
export const initializeProjects = (dataFolder: string): void => {
  const path = join(dataFolder, FILE);
  if (!existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${JSON.stringify([FIRST_PROJECT], null, 2)}\n`, { mode: 0o600 });
  }
  for (const { keyFile } of definitionsIn(path)) ensureKey(resolve(dataFolder, keyFile));
};

/**
 * Adds a project to the list, and makes its key.
 *
 * @throws CodedError PROJECTS_INVALID where there is one of that id, or something of it is not valid
 */
export const addProject = (dataFolder: string, project: z.input<typeof ProjectDefinition>): void => {
  const path = join(dataFolder, FILE);
  const definitions = ProjectFile.safeParse([...definitionsIn(path), project]);
  if (!definitions.success)
    throw new CodedError('PROJECTS_INVALID', project.id, { cause: definitions.error });
  const partial = `${path}.partial`;
  writeFileSync(partial, `${JSON.stringify(definitions.data, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, path);
  ensureKey(resolve(dataFolder, project.keyFile));
};

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

/** Changes when a file is written anew. */
const versionOf = (path: string): string => {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.mtimeMs} ${file.ino} ${file.size}`;
};

/** Opens the projects of a data folder; profiles and keys are read when a project is first used, and when their files have changed. */
export const openProjects = (dataFolder: string): ProjectRegistry => {
  const path = join(dataFolder, FILE);
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
      pseudonyms: projectPseudonyms(key, {
        ...definition,
        mappingFile: replaceWithMapping === undefined ? null : resolve(dataFolder, replaceWithMapping),
        vaultFolder: join(dataFolder, VAULTS_FOLDER, id),
      }),
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
    const files = [profile, replaceWithMapping ?? ''];
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
    vaultOf: (id) => {
      const key = keyOf(definitionOf(id));
      const folder = join(dataFolder, VAULTS_FOLDER, id);
      return { people: new Vault(folder, key), studies: new StudyVault(folder, key) };
    },
    hashOf: (id, purpose, value) =>
      keyedHash(
        keyOf(definitionOf(id)),
        purpose,
      )(value)
        .toString('hex')
        .slice(0, HASH_LENGTH),
    rulesOf: (id) => get(id).rules,
    get,
  };
};
