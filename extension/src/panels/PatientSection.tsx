import type { StudyPreview } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { ErrorNote } from './ErrorNote.tsx';
import type { Answer } from './useAnswer.ts';

/** DICOM's Person Name with its components (PS3.5 section 6.2.1) as one reads it: `Doe^Jane` → `Doe, Jane`. */
const readable = (patientName: string): string =>
  (patientName.split('=')[0] ?? '')
    .split('^')
    .filter((component) => component !== '')
    .join(', ');

const Row = ({ label, from, to }: { label: string; from: string; to: string }): ReactElement => (
  <tr>
    <th scope="row">{label}</th>
    <td>{from === '' ? <i>empty</i> : from}</td>
    <td className="pseudonym">{to === '' ? <i>empty</i> : to}</td>
  </tr>
);

/** Who the patient is and who the copy will name. */
export const PatientSection = ({ preview }: { preview: Answer<StudyPreview | null> }): ReactElement => {
  const known = preview.status === 'loaded' ? preview.value : null;
  return (
    <section aria-label="Patient">
      <h2>Patient</h2>
      {preview.status === 'loading' && <p className="note">Asking the bridge …</p>}
      {preview.status === 'failed' && <ErrorNote error={preview.error} />}
      {known && (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">Original</th>
              <th scope="col">Copy</th>
            </tr>
          </thead>
          <tbody>
            <Row
              label="Name"
              from={readable(known.original.patientName)}
              to={readable(known.pseudonym.patientName)}
            />
            <Row label="ID" from={known.original.patientID} to={known.pseudonym.patientID} />
          </tbody>
        </table>
      )}
      {known?.copyExists === true && (
        <p className="note">
          This study has a de-identified copy in this project already; it will be replaced.
        </p>
      )}
      {known?.refusals.map(({ error, instances }) => (
        <p key={error.code} className="warning">
          {instances} of {known.instances} instances cannot be de-identified: {error.message}{' '}
          <code>{error.code}</code>
        </p>
      ))}
    </section>
  );
};
