import { useState, useSyncExternalStore, type ReactElement } from 'react';
import type { ReviewService } from '../reviewService.ts';
import { summarise } from '../store/summary.ts';
import { DeidentifySection } from './DeidentifySection.tsx';
import { PANEL_STYLE } from './panelStyle.ts';
import { PatientSection } from './PatientSection.tsx';
import { ProjectSelect } from './ProjectSelect.tsx';
import { RegionSection } from './RegionSection.tsx';
import { SearchSection } from './SearchSection.tsx';
import { useAnswer } from './useAnswer.ts';

/** The panel at the right: who becomes whom, what was found, and the way to the de-identified copy. */
export const DeidentifyPanel = ({ service }: { service: ReviewService }): ReactElement => {
  const { store, bridge } = service;
  const review = useSyncExternalStore(store.subscribe, store.getState);
  const [project, setProject] = useState('default');
  const study = review.activeImage?.studyInstanceUID ?? review.images[0]?.studyInstanceUID ?? null;
  const projects = useAnswer('projects', (signal) => bridge.projects(signal));
  const preview = useAnswer(`${study ?? ''} ${project}`, async (signal) =>
    study === null ? null : bridge.preview(study, project, signal),
  );

  return (
    <div className="pseudonymize-panel">
      <style>{PANEL_STYLE}</style>
      {study === null ? (
        <p className="note">Open a series to begin.</p>
      ) : (
        <>
          <div className="sections">
            <PatientSection preview={preview} />
            <SearchSection review={review} summary={summarise(review, study)} />
            <RegionSection store={store} review={review} />
          </div>
          <footer>
            <ProjectSelect projects={projects} project={project} onChange={setProject} />
            <DeidentifySection
              service={service}
              study={study}
              project={project}
              ready={preview.status === 'loaded'}
            />
          </footer>
        </>
      )}
    </div>
  );
};
