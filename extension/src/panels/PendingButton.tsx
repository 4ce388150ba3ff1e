import type { ReactElement, ReactNode } from 'react';

interface PendingButtonProps {
  readonly className?: string;
  /** What it does is going on. */
  readonly pending: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that does nothing while its work goes on, but keeps the focus: a browser takes it from one that is disabled. */
export const PendingButton = ({ pending, onClick, ...others }: PendingButtonProps): ReactElement => (
  <button
    type="button"
    {...others}
    aria-disabled={pending}
    onClick={() => {
      if (!pending) onClick();
    }}
  />
);
