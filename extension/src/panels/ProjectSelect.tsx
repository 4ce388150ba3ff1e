import type { Project } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { Answer } from './useAnswer.ts';

interface ProjectSelectProps {
  readonly projects: Answer<readonly Project[]>;
  readonly project: string;
  readonly onChange: (project: string) => void;
}

/** The project that the copy is for: it decides on the key, and so on the pseudonyms, and on the profile. */
export const ProjectSelect = ({ projects, project, onChange }: ProjectSelectProps): ReactElement | null => {
  if (projects.status !== 'loaded') return null;
  const { profile } = projects.value.find(({ id }) => id === project) ?? {};
  return (
    <div className="project">
      <label>
        {t('project')}
        <select value={project} onChange={(event) => onChange(event.target.value)}>
          {projects.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {profile !== undefined && (
        <span className="note">
          {t('profile')}: {profile}
        </span>
      )}
    </div>
  );
};
