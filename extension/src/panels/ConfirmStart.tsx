import type { ReactElement } from 'react';
import type { ReviewSummary } from '../store/summary.ts';

interface ConfirmStartProps {
  readonly summary: ReviewSummary;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Says once more what will happen, and what nobody has looked at. */
export const ConfirmStart = ({ summary, onConfirm, onDismiss }: ConfirmStartProps): ReactElement => {
  const { images, searched, failed, regions } = summary;
  const unsearched = images - searched;
  return (
    <div role="alertdialog" aria-label="Confirm" aria-describedby="pseudonymize-confirm">
      <div id="pseudonymize-confirm">
        <p>
          A copy of {count(images, 'image')} will be stored, with{' '}
          {regions === 0 ? 'no box' : count(regions, 'box').replace('boxs', 'boxes')} covered. The original
          stays as it is.
        </p>
        {unsearched > 0 && (
          <p className="warning">
            {count(unsearched, 'image')} {unsearched === 1 ? 'was' : 'were'} not searched for text
            {failed > 0 && `, ${failed} of them because the search failed`}: text on{' '}
            {unsearched === 1 ? 'it' : 'them'} would stay.
          </p>
        )}
      </div>
      <div className="buttons">
        <button type="button" className="primary" autoFocus onClick={onConfirm}>
          {unsearched > 0 ? 'De-identify all the same' : 'Confirm'}
        </button>
        <button type="button" onClick={onDismiss}>
          Back
        </button>
      </div>
    </div>
  );
};
