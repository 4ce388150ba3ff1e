import type { ReactElement } from 'react';
import { BridgeError } from '../api/bridgeError.ts';
import { errorText, t } from '../language/language.ts';

const CONFIGURATION = `extensions: [['@pseudonymize-redact/extension', { bridgeUrl: 'https://…' }]]`;

/** An error in words that a reader can act on, with its code for support. */
export const ErrorNote = ({ error }: { error: unknown }): ReactElement => {
  const { message, code } =
    error instanceof BridgeError ? error : { message: t('unforeseen'), code: 'UNFORESEEN' };
  return (
    <div role="alert" className="error">
      <p>
        {errorText(code, message)} <code title={t('codeForSupport')}>{code}</code>
      </p>
      {code === 'BRIDGE_MISSING' && (
        <p>
          {t('configureBridge')} <code>{CONFIGURATION}</code>
        </p>
      )}
    </div>
  );
};
