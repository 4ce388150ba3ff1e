import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TextPolicy } from '@pseudonymize-redact/core/contract';
import { DEFAULT_PRESET, PRESETS } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import { DestinationSetting } from '../destinations/destinationSetting.ts';
import { WorkingHours } from '../jobs/workingHours.ts';
import { ensureKey } from '../pseudonyms/keyFile.ts';

/** Twenty years. */
export const MOST_SHIFT_WEEKS = 1040;

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
  patientNames: z.enum(['names', 'neutral', 'codes']).default('names'),
  /** Derived from the key, or random and kept in the vault. */
  allocation: z.enum(['derived', 'random']).default('derived'),
  /** A CSV file with the administrator's own pseudonyms, relative to the data folder; absent: none. */
  replaceWithMapping: z.string().optional(),
  /** The largest shift of dates, in weeks. */
  maxShiftWeeks: z.int().min(1).max(MOST_SHIFT_WEEKS).default(260),
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
export type ProjectDefinition = z.infer<typeof ProjectDefinition>;

const ProjectFile = z
  .array(ProjectDefinition)
  .refine(
    (projects) => new Set(projects.map(({ id }) => id)).size === projects.length,
    'two projects have the same id',
  );

/** In the data folder. */
export const PROJECTS_FILE = 'projects.json';
const FIRST_PROJECT: z.input<typeof ProjectDefinition> = {
  id: 'default',
  name: 'Default project',
  profiles: Object.keys(PRESETS).filter((preset) => preset !== DEFAULT_PRESET),
  keyFile: 'keys/default.key',
};

/** @throws CodedError PROJECTS_INVALID */
export const definitionsIn = (path: string): readonly ProjectDefinition[] => {
  try {
    return ProjectFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new CodedError('PROJECTS_INVALID', PROJECTS_FILE, { cause });
  }
};

/** Makes the first project and its key where there is none yet: once, before anybody opens the projects. */
export const initializeProjects = (dataFolder: string): void => {
  const path = join(dataFolder, PROJECTS_FILE);
  if (!existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${JSON.stringify([FIRST_PROJECT], null, 2)}\n`, { mode: 0o600 });
  }
  for (const { keyFile } of definitionsIn(path)) ensureKey(resolve(dataFolder, keyFile));
};

type NewProject = z.input<typeof ProjectDefinition>;

/** The file is the old one or the new one, never half of each. */
const writeDefinitions = (dataFolder: string, project: string, all: readonly NewProject[]): void => {
  const path = join(dataFolder, PROJECTS_FILE);
  const definitions = ProjectFile.safeParse(all);
  if (!definitions.success) throw new CodedError('PROJECTS_INVALID', project, { cause: definitions.error });
  const partial = `${path}.partial`;
  writeFileSync(partial, `${JSON.stringify(definitions.data, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, path);
};

/**
 * Adds a project to the list, and makes its key.
 *
 * @throws CodedError PROJECTS_INVALID where there is one of that id, or something of it is not valid
 */
export const addProject = (dataFolder: string, project: NewProject): void => {
  writeDefinitions(dataFolder, project.id, [...definitionsIn(join(dataFolder, PROJECTS_FILE)), project]);
  ensureKey(resolve(dataFolder, project.keyFile));
};

/** Has a project use another profile. @throws CodedError PROJECT_NOT_FOUND, PROJECTS_INVALID */
export const setProfile = (dataFolder: string, id: string, profile: string): void => {
  const definitions = definitionsIn(join(dataFolder, PROJECTS_FILE));
  if (definitions.every((project) => project.id !== id)) throw new CodedError('PROJECT_NOT_FOUND');
  writeDefinitions(
    dataFolder,
    id,
    definitions.map((project) => (project.id === id ? { ...project, profile } : project)),
  );
};
