import type {
  NewProject,
  ProfileDocument,
  ProfileSave,
  ProfileSummary,
  Project,
  ProjectChange,
} from '@pseudonymize-redact/core/contract';
import { PRESETS } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { AuditStore } from '../audit/auditStore.ts';
import type { Database } from '../queue/database.ts';
import { agreeOnKeys, FOUND, leadSettings, type ChangedBy } from './keyAgreement.ts';
import { loadProfile, profilePath, profilesIn, readProfile, writeProfile } from './profileFile.ts';
import { addProject, setProfile } from './projectFile.ts';
import type { ProjectRegistry } from './projectRegistry.ts';

export interface ProjectServiceParts {
  readonly dataFolder: string;
  readonly projects: ProjectRegistry;
  readonly database: Database;
  readonly audit: AuditStore;
}

const isPreset = (name: string): boolean => Object.hasOwn(PRESETS, name);

/** How a project names a profile. */
const referenceTo = (name: string): string => (isPreset(name) ? name : profilePath(name));

/** Adds projects and profiles and changes them, in the data folder; every process that reads the folder goes by it at once. */
export class ProjectService {
  readonly #parts: ProjectServiceParts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: ProjectServiceParts) {
    this.#parts = parts;
  }

  /** Tells workers and the audit what somebody has changed in the files. @throws CodedError PROJECTS_INVALID, KEY_… */
  look(): Promise<void> {
    return this.#inTurn(() => this.#agree(FOUND));
  }

  profiles(): readonly ProfileSummary[] {
    const { dataFolder, projects } = this.#parts;
    const names = [...Object.keys(PRESETS), ...profilesIn(dataFolder)];
    return names.map((name) => ({
      name,
      preset: isPreset(name),
      projects: projects.list().flatMap(({ id, profile }) => (profile === referenceTo(name) ? [id] : [])),
    }));
  }

  /** @throws CodedError PROFILE_NOT_FOUND */
  profile(name: string): ProfileDocument {
    const definition = readProfile(this.#parts.dataFolder, name) as ProfileDocument['definition'];
    return { name, preset: isPreset(name), definition };
  }

  /** @throws CodedError PROFILE_PRESET, PROFILE_INVALID, PROFILE_LEAVES_IDENTIFIER */
  async save(name: string, { definition, reason }: ProfileSave, by: ChangedBy): Promise<ProfileDocument> {
    if (isPreset(name)) throw new CodedError('PROFILE_PRESET');
    const { dataFolder, audit } = this.#parts;
    const event = { ...by, action: 'profile.saved', subject: name, reason } as const;
    await this.#inTurn(async () => {
      await audit.around(event, () => {
        writeProfile(dataFolder, name, definition);
        return Promise.resolve();
      });
      await this.#agree({ ...by, reason });
    });
    return this.profile(name);
  }

  /** @throws CodedError PROFILE_NOT_FOUND, PROFILE_…, PROJECTS_INVALID where there is one of that id */
  async add({ id, name, profile }: NewProject, by: ChangedBy): Promise<Project> {
    const reference = this.#usable(profile);
    const { dataFolder, audit } = this.#parts;
    const add = async (): Promise<void> => {
      addProject(dataFolder, { id, name, profile: reference, keyFile: `keys/${id}.key` });
      await this.#agree(by);
    };
    const event = { ...by, action: 'project.added', project: id, subject: id } as const;
    await this.#inTurn(() => audit.around(event, add, () => []));
    return this.#project(id);
  }

  /** @throws CodedError PROJECT_NOT_FOUND, PROFILE_NOT_FOUND, PROFILE_… */
  async change(id: string, { profile, reason }: ProjectChange, by: ChangedBy): Promise<Project> {
    const reference = this.#usable(profile);
    const set = async (): Promise<void> => {
      setProfile(this.#parts.dataFolder, id, reference);
      await this.#agree({ ...by, reason });
    };
    const event = { ...by, action: 'project.changed', project: id, subject: profile, reason } as const;
    await this.#inTurn(() => this.#parts.audit.around(event, set, () => []));
    return this.#project(id);
  }

  /** One change after the other, or one would be taken for what somebody did in the files. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #usable(name: string): string {
    const { dataFolder } = this.#parts;
    readProfile(dataFolder, name);
    loadProfile(dataFolder, referenceTo(name));
    return referenceTo(name);
  }

  /** New keys and changed rules get into the audit, with who made them. */
  async #agree(by: ChangedBy): Promise<void> {
    const { database, projects, audit } = this.#parts;
    await agreeOnKeys(database, projects, audit, by);
    await leadSettings(database, projects);
  }

  #project(id: string): Project {
    const project = this.#parts.projects.list().find((candidate) => candidate.id === id);
    if (project === undefined) throw new CodedError('PROJECT_NOT_FOUND');
    return project;
  }
}
