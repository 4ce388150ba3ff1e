import type { Project } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import type { ProjectChoice } from '../api/bridgeClient.ts';
import { t } from '../language/language.ts';
import type { Answer } from './useAnswer.ts';

interface ProjectSelectProps {
  readonly projects: Answer<readonly Project[]>;
  readonly choice: ProjectChoice;
  readonly onChange: (choice: ProjectChoice) => void;
}

/** The project that the copy is for, which decides on the key and so on the pseudonyms, and one of its profiles. */
export const ProjectSelect = ({ projects, choice, onChange }: ProjectSelectProps): ReactElement | null => {
  if (projects.status !== 'loaded') return null;
  const chosen = projects.value.find(({ id }) => id === choice.project);
  return (
    <div className="project">
      <label>
        {t('project')}
        <select
          value={choice.project}
          onChange={({ target }) => onChange({ project: target.value, profile: null })}
        >
          {projects.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen !== undefined && (
        <label>
          {t('profile')}
          <select
            value={choice.profile ?? chosen.profile}
            onChange={({ target: { value } }) =>
              onChange({ project: chosen.id, profile: value === chosen.profile ? null : value })
            }
          >
            {chosen.profiles.map((profile) => (
              <option key={profile} value={profile}>
                {profile}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
};
