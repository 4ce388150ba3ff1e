import type { ReactElement } from 'react';
import { keyText } from '../language/keyText.ts';
import { Icon, type IconName } from './Icon.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** What the tooltip says. @default the label */
  readonly hint?: string;
  /** The key that does the same, as the viewer's hotkeys have it. */
  readonly keyName?: string;
  readonly pressed?: boolean;
  /** Of a button that shows more. */
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button that is an icon, as the viewer's toolbar has them. */
export const IconButton = ({
  icon,
  label,
  hint = label,
  keyName,
  pressed,
  expanded,
  disabled = false,
  onClick,
}: IconButtonProps): ReactElement => (
  <button
    type="button"
    className="icon"
    aria-label={label}
    {...(pressed !== undefined && { 'aria-pressed': pressed })}
    {...(expanded !== undefined && { 'aria-expanded': expanded })}
    title={keyName === undefined ? hint : `${hint} (${keyText(keyName)})`}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
