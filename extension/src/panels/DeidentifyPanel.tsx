import type { AttributePreview } from '@pseudonymize-redact/core/contract';
import { useEffect, useState, useSyncExternalStore, type KeyboardEvent, type ReactElement } from 'react';
import type { ProjectChoice } from '../api/bridgeClient.ts';
import { followLanguage, t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { summarise } from '../store/summary.ts';
import { DeidentifySection } from './DeidentifySection.tsx';
import { FindingsSection } from './FindingsSection.tsx';
import { HeaderSection } from './HeaderSection.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { HoldsSection } from './HoldsSection.tsx';
import { ImageNotes } from './ImageNotes.tsx';
import { PANEL_STYLE } from './panelStyle.ts';
import { PatientSection } from './PatientSection.tsx';
import { readableName } from './PatientTable.tsx';
import { readableValue } from './readableValue.ts';
import { ReviewToolbar } from './ReviewToolbar.tsx';
import { SearchSection } from './SearchSection.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useAnswer } from './useAnswer.ts';
import { useHolds } from './useHolds.ts';

/** What the viewer writes above an image, and the copy's header says otherwise. */
const ABOVE_IMAGE = ['PatientName', 'PatientID', 'StudyDate', 'SeriesDescription'];

const readable = ({ vr, newValue }: AttributePreview): string =>
  vr === 'PN' ? readableName(newValue ?? '') : readableValue(vr, newValue ?? '');

const linesOf = (rows: readonly AttributePreview[]): readonly string[] =>
  ABOVE_IMAGE.flatMap((keyword) => {
    const row = rows.find(({ path }) => path === keyword);
    return row?.newValue ? [readable(row)] : [];
  });

/** The viewer has hotkeys on Enter and Space and prevents what they do by default: no button would be pressed by the keyboard. */
const keepActivation = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
};

const TABS = ['findings', 'header'] as const;

/** The panel at the right: who becomes whom, what was found, and the way to the de-identified copy. */
export const DeidentifyPanel = ({ service }: { service: ReviewService }): ReactElement => {
  const { store, bridge } = service;
  const language = followLanguage();
  const review = useSyncExternalStore(store.subscribe, store.getState);
  const [choice, setChoice] = useState<ProjectChoice>({ project: 'default', profile: null });
  const [tab, setTab] = useState<(typeof TABS)[number]>('findings');
  const { activeImage } = review;
  const study = activeImage?.studyInstanceUID ?? review.images[0]?.studyInstanceUID ?? null;
  const projects = useAnswer('projects', (signal) => bridge.projects(signal));
  const { project, profile } = choice;
  const chosen = `${project} ${profile ?? ''}`;
  const preview = useAnswer(`${study ?? ''} ${chosen}`, async (signal) =>
    study === null ? null : bridge.preview(study, choice, signal),
  );
  const turned = preview.status === 'loaded' ? preview.value?.turnedSearch === 'always' : null;
  useEffect(() => {
    if (turned !== null) store.dispatch({ type: 'turnedSearchWanted', wanted: { byProfile: turned } });
  }, [store, turned]);
  const { holds, decided } = useHolds(service, study, project);
  const wanted = activeImage !== null && (tab === 'header' || review.afterShown);
  const header = useAnswer(`${wanted ? activeImage.sopInstanceUID : ''} ${chosen}`, async (signal) =>
    wanted ? (await bridge.instancePreview(activeImage, choice, signal)).rows : null,
  );
  const lines = header.status === 'loaded' ? header.value : null;
  useEffect(() => {
    if (lines !== null) store.dispatch({ type: 'copyNamed', lines: linesOf(lines) });
  }, [store, lines]);

  return (
    <div className="pseudonymize-panel" lang={language} onKeyDown={keepActivation}>
      <style>{PANEL_STYLE}</style>
      {study === null ? (
        <p className="note">{t('openSeries')}</p>
      ) : (
        <>
          <div className="sections" tabIndex={-1}>
            <PatientSection preview={preview} />
            <HoldsSection service={service} holds={holds} shown={review.shownHold} onDecided={decided} />
            <ImageNotes service={service} review={review} />
            <SearchSection
              service={service}
              review={review}
              summary={summarise(review, study)}
              study={study}
            />
            <section aria-label={t('regions')}>
              <ReviewToolbar service={service} review={review} />
              <SelectionBar store={store} review={review} />
            </section>
            <div role="tablist" className="tabs">
              {TABS.map((each) => (
                <button
                  key={each}
                  type="button"
                  role="tab"
                  aria-selected={tab === each}
                  onClick={() => setTab(each)}
                >
                  {t(each)}
                </button>
              ))}
            </div>
            <div role="tabpanel" aria-label={t(tab)}>
              {tab === 'findings' ? (
                <FindingsSection service={service} review={review} study={study} language={language} />
              ) : (
                <HeaderSection rows={header} />
              )}
            </div>
          </div>
          <footer>
            <DeidentifySection
              service={service}
              study={study}
              projects={projects}
              choice={choice}
              onChoice={setChoice}
              preview={preview}
              held={holds.length}
            />
          </footer>
          {review.helpShown && (
            <HelpDialog onClose={() => store.dispatch({ type: 'helpShown', shown: false })} />
          )}
        </>
      )}
    </div>
  );
};
