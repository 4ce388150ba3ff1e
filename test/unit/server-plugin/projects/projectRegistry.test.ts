import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  profileIssues,
  readProfile,
  writeProfile,
} from '../../../../server-plugin/src/projects/profileFile.ts';
import {
  addProject,
  initializeProjects,
  setProfile,
} from '../../../../server-plugin/src/projects/projectFile.ts';
import { openProjects } from '../../../../server-plugin/src/projects/projectRegistry.ts';

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-projects-'));
const own = (reason: string): object => ({
  name: 'Own',
  overrides: [{ attribute: 'BodyPartExamined', action: 'X', reason }],
});

beforeAll(() => {
  initializeProjects(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('projects that are open', () => {
  it('follow their files: a profile that is written anew, another profile, a new project', () => {
    const projects = openProjects(folder);
    const first = projects.get('default');
    expect(projects.get('default')).toBe(first);

    writeProfile(folder, 'own', own('not needed'));
    setProfile(folder, 'default', 'profiles/own.json');
    const second = projects.get('default');
    expect(second.profile.name).toBe('Own');
    expect(second.rules).not.toBe(first.rules);

    writeProfile(folder, 'own', own('for another reason'));
    expect(projects.get('default').rules).not.toBe(second.rules);

    addProject(folder, { id: 'trial', name: 'Trial 7', keyFile: 'keys/trial.key' });
    expect(projects.list().map(({ id }) => id)).toEqual(['default', 'trial']);
    expect(projects.get('trial').rules).toBe(first.rules);
    expect(projects.fingerprintOf('trial')).not.toBe(projects.fingerprintOf('default'));
  });
});

describe('a profile that is edited', () => {
  it('[DI-41] is told what is wrong with it, by path', () => {
    expect(profileIssues(own('not needed'))).toEqual([]);
    const issues = profileIssues({ name: 'Own', cleanGraphics: 1, overrides: [{ attribute: 'Patient' }] });
    expect(issues.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['cleanGraphics', 'overrides.0.attribute', 'overrides.0.action']),
    );
  });

  it('[DI-43] is not written where it leaves an identifier and does not say so', () => {
    const keeps = {
      name: 'Own',
      overrides: [{ attribute: 'PatientName', action: 'K', reason: 'asked for' }],
    };
    expect(profileIssues(keeps)).toMatchObject([{ path: ['overrides'] }]);
    const refused = expect.objectContaining({ code: 'PROFILE_LEAVES_IDENTIFIER' }) as Error;
    expect(() => writeProfile(folder, 'keeps', keeps)).toThrow(refused);
    expect(() => readProfile(folder, 'keeps')).toThrow(
      expect.objectContaining({ code: 'PROFILE_NOT_FOUND' }) as Error,
    );
    writeProfile(folder, 'keeps', { ...keeps, leavesIdentifiers: true });
    expect(readProfile(folder, 'keeps')).toMatchObject({ leavesIdentifiers: true });
  });
});
