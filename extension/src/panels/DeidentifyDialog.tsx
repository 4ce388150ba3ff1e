import type { StudyPreview } from '@pseudonymize-redact/core/contract';
import type { ReactElement, ReactNode } from 'react';
import type { ProjectChoice } from '../api/bridgeClient.ts';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { jobRequest } from '../store/jobRegions.ts';
import { summarise } from '../store/summary.ts';
import { ChangesNote } from './ChangesNote.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { ModalDialog } from './ModalDialog.tsx';
import { RefusalNotes } from './PatientSection.tsx';
import { PatientTable } from './PatientTable.tsx';
import { useAnswer, type Answer } from './useAnswer.ts';

interface DeidentifyDialogProps {
  readonly service: ReviewService;
  readonly study: string;
  readonly choice: ProjectChoice;
  /** Follows the choice. */
  readonly preview: Answer<StudyPreview | null>;
  /** How many images an earlier job has held back. */
  readonly held: number;
  /** Chooses project and profile. */
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

const Count = ({ label, value }: { label: string; value: number | string }): ReactElement => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** Says once more what will happen, what nobody has looked at, and what differs from the copy that is there. */
export const DeidentifyDialog = ({
  service,
  study,
  choice,
  preview,
  held,
  children,
  onConfirm,
  onDismiss,
}: DeidentifyDialogProps): ReactElement => {
  const state = service.store.getState();
  const { images, searched, regions, open, left } = summarise(state, study);
  const known = preview.status === 'loaded' ? preview.value : null;
  // Nothing is reviewed while the dialog is open: the request depends on the choice alone.
  const comparison = useAnswer(`${choice.project} ${choice.profile ?? ''}`, (signal) =>
    service.bridge.compareRequest(jobRequest(state, study, choice), signal),
  );
  const unsearched = images - searched;
  return (
    <ModalDialog title={t('deidentifyStudy')} role="alertdialog" onClose={onDismiss}>
      {children}
      {preview.status === 'loading' && <p className="note">{t('askingBridge')}</p>}
      {preview.status === 'failed' && <ErrorNote error={preview.error} />}
      {known && <PatientTable preview={known} />}
      <dl className="counts">
        <Count label={t('instances')} value={known?.instances ?? '…'} />
        <Count label={t('images')} value={images} />
        <Count label={t('boxes')} value={regions} />
        <Count label={t('open')} value={open} />
        <Count label={t('holds')} value={held} />
      </dl>
      {known && <RefusalNotes preview={known} />}
      {open > 0 && <p className="note">{t('openCovered', { count: open })}</p>}
      {left > 0 && <p className="warning">{t('identifyingStays', { count: left })}</p>}
      {unsearched > 0 && <p className="warning">{t('notSearched', { count: unsearched })}</p>}
      {known?.copyExists === true && (
        <p className="note">
          {t('copyExists')} {t('copyReplaced')}
        </p>
      )}
      <ChangesNote service={service} comparison={comparison} />
      <p className="note">{t('originalStays')}</p>
      <div className="buttons">
        <button type="button" className="primary" disabled={known === null} onClick={onConfirm}>
          {t(unsearched > 0 ? 'confirmAllTheSame' : 'confirm')}
        </button>
        <button type="button" onClick={onDismiss}>
          {t('back')}
        </button>
      </div>
    </ModalDialog>
  );
};
