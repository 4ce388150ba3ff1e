import type { AttributePreview } from '@pseudonymize-redact/core/contract';
import { Fragment, useState, type ReactElement } from 'react';
import { t } from '../language/language.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { readableValue } from './readableValue.ts';
import type { Answer } from './useAnswer.ts';

const isChanged = ({ oldValue, newValue }: AttributePreview): boolean => oldValue !== newValue;

interface ValueProps {
  readonly vr: string;
  readonly value: string | null;
  readonly missing: string;
}

const Value = ({ vr, value, missing }: ValueProps): ReactElement => {
  if (value === null) return <i>{missing}</i>;
  if (value === '') return <i>{t('empty')}</i>;
  const readable = readableValue(vr, value);
  return readable === value ? <>{value}</> : <span title={value}>{readable}</span>;
};

/** May go on in another line between its words. */
const Keyword = ({ path }: { path: string }): ReactElement => (
  <>
    {path.split(/(?<=[a-z])(?=[A-Z])/).map((word, index) => (
      <Fragment key={index}>
        {index > 0 && <wbr />}
        {word}
      </Fragment>
    ))}
  </>
);

const Row = ({ row }: { row: AttributePreview }): ReactElement => (
  <tr className={isChanged(row) ? 'changed' : ''}>
    <th scope="row" title={`${row.tag} ${row.vr} · ${row.action} · ${row.grounds}`}>
      <Keyword path={row.path} />
    </th>
    <td>
      <Value vr={row.vr} value={row.oldValue} missing={t('absent')} />
    </td>
    <td className="new">
      <Value vr={row.vr} value={row.newValue} missing={t('removed')} />
    </td>
  </tr>
);

/** What every attribute of the displayed image becomes. */
export const HeaderSection = ({
  rows,
}: {
  rows: Answer<readonly AttributePreview[] | null>;
}): ReactElement => {
  const [changedOnly, setChangedOnly] = useState(true);
  const all = rows.status === 'loaded' ? (rows.value ?? []) : [];
  const shown = changedOnly ? all.filter(isChanged) : all;
  return (
    <section aria-label={t('headerChanges')} className="header-changes">
      <h2>
        {t('headerChanges')} <span>{shown.length}</span>
      </h2>
      {rows.status === 'loading' && <p className="note">{t('askingBridge')}</p>}
      {rows.status === 'failed' && <ErrorNote error={rows.error} />}
      <label className="check">
        <input
          type="checkbox"
          checked={changedOnly}
          onChange={({ target }) => setChangedOnly(target.checked)}
        />
        {t('changedOnly')}
      </label>
      {shown.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('attribute')}</th>
              <th scope="col">{t('original')}</th>
              <th scope="col">{t('copy')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.path} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
