import type { StudyPreview } from '@pseudonymize-redact/core/contract';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../language/language.ts';
import type { ReviewSummary } from '../store/summary.ts';
import { ModalDialog } from './ModalDialog.tsx';
import { PatientTable } from './PatientTable.tsx';

interface DeidentifyDialogProps {
  readonly preview: StudyPreview;
  readonly summary: ReviewSummary;
  /** How many images an earlier job has held back. */
  readonly held: number;
  /** Chooses the project. */
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

const Count = ({ label, value }: { label: string; value: number }): ReactElement => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** Says once more what will happen, and what nobody has looked at. */
export const DeidentifyDialog = ({
  preview,
  summary,
  held,
  children,
  onConfirm,
  onDismiss,
}: DeidentifyDialogProps): ReactElement => {
  const { images, searched, regions, open } = summary;
  const unsearched = images - searched;
  return (
    <ModalDialog title={t('deidentifyStudy')} role="alertdialog" onClose={onDismiss}>
      {children}
      <PatientTable preview={preview} />
      <dl className="counts">
        <Count label={t('instances')} value={preview.instances} />
        <Count label={t('images')} value={images} />
        <Count label={t('boxes')} value={regions} />
        <Count label={t('open')} value={open} />
        <Count label={t('holds')} value={held} />
      </dl>
      {preview.refusals.map(({ error, instances }) => (
        <p key={error.code} className="warning">
          {t('refused', { count: instances, message: error.message })} <code>{error.code}</code>
        </p>
      ))}
      {open > 0 && <p className="note">{t('openCovered', { count: open })}</p>}
      {unsearched > 0 && <p className="warning">{t('notSearched', { count: unsearched })}</p>}
      {preview.copyExists && (
        <p className="note">
          {t('copyExists')} {t('copyReplaced')}
        </p>
      )}
      <p className="note">{t('originalStays')}</p>
      <div className="buttons">
        <button type="button" className="primary" onClick={onConfirm}>
          {t(unsearched > 0 ? 'confirmAllTheSame' : 'confirm')}
        </button>
        <button type="button" onClick={onDismiss}>
          {t('back')}
        </button>
      </div>
    </ModalDialog>
  );
};
