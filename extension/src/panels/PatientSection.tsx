import type { StudyPreview } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { errorText, t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { PatientTable } from './PatientTable.tsx';
import type { Answer } from './useAnswer.ts';

/** The way to the copy of a study in the viewer. */
export const CopyLink = ({
  service,
  studyInstanceUID,
}: {
  service: ReviewService;
  studyInstanceUID: string;
}): ReactElement => (
  <a href={service.studyAddress(studyInstanceUID)} target="_blank" rel="noreferrer">
    {t('openCopy')}
  </a>
);

/** What of a study is refused, and why. */
export const RefusalNotes = ({ preview }: { preview: StudyPreview }): ReactElement => (
  <>
    {preview.refusals.map(({ error, instances }) => (
      <p key={`${error.code} ${error.where ?? ''}`} className="warning">
        {t('refused', { count: instances, message: errorText(error.code, error.message) })} {error.where}{' '}
        <code>{error.code}</code>
      </p>
    ))}
  </>
);

/** Who the patient is, who the copy will name, and what is refused. */
export const PatientSection = ({ preview }: { preview: Answer<StudyPreview | null> }): ReactElement => {
  const known = preview.status === 'loaded' ? preview.value : null;
  const heading = <h2>{t('patient')}</h2>;
  return (
    <section aria-label={t('patient')}>
      {known ? <PatientTable preview={known} heading={heading} /> : heading}
      {preview.status === 'loading' && <p className="note">{t('askingBridge')}</p>}
      {preview.status === 'failed' && <ErrorNote error={preview.error} />}
      {known?.copyExists === true && <p className="note">{t('copyExists')}</p>}
      {known && <RefusalNotes preview={known} />}
    </section>
  );
};
