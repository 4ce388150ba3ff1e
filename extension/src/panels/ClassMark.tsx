import type { TextClass } from '@pseudonymize-redact/core/text-detection';
import type { ReactElement } from 'react';

/** Identifying a diamond, unknown a square, harmless a circle: told apart without the colours, too. */
const SHAPES: Readonly<Record<TextClass, ReactElement>> = {
  identifying: <path d="M7 0.5 13.5 7 7 13.5 0.5 7Z" />,
  unknown: <rect x="1.5" y="1.5" width="11" height="11" />,
  harmless: <circle cx="7" cy="7" r="6" />,
};

/** @param filled where the text will be covered */
export const ClassMark = ({ textClass, filled }: { textClass: TextClass; filled: boolean }): ReactElement => (
  <svg
    className={`mark ${textClass} ${filled ? 'filled' : ''}`}
    viewBox="0 0 14 14"
    width="14"
    height="14"
    aria-hidden="true"
  >
    {SHAPES[textClass]}
  </svg>
);
