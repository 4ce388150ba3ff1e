import type { StudyPreview } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { t } from '../language/language.ts';

/** DICOM's Person Name with its components (PS3.5 section 6.2.1) as one reads it: `Doe^Jane` → `Doe, Jane`. */
export const readableName = (patientName: string): string =>
  (patientName.split('=')[0] ?? '')
    .split('^')
    .filter((component) => component !== '')
    .join(', ');

const Row = ({ label, from, to }: { label: string; from: string; to: string }): ReactElement => (
  <tr>
    <th scope="row">{label}</th>
    <td>{from === '' ? <i>{t('empty')}</i> : from}</td>
    <td className="pseudonym">{to === '' ? <i>{t('empty')}</i> : to}</td>
  </tr>
);

/** Who the patient is and who the copy will name. */
export const PatientTable = ({
  preview,
  heading,
}: {
  preview: StudyPreview;
  /** In the corner, where there is no room for a line of its own. */
  heading?: ReactElement;
}): ReactElement => (
  <table className="patient">
    <thead>
      <tr>
        <td>{heading}</td>
        <th scope="col">{t('original')}</th>
        <th scope="col">{t('copy')}</th>
      </tr>
    </thead>
    <tbody>
      <Row
        label={t('name')}
        from={readableName(preview.original.patientName)}
        to={readableName(preview.pseudonym.patientName)}
      />
      <Row label={t('patientID')} from={preview.original.patientID} to={preview.pseudonym.patientID} />
    </tbody>
  </table>
);
