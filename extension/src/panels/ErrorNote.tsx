import type { ReactElement } from 'react';
import { BridgeError } from '../api/bridgeError.ts';

const CONFIGURATION = `extensions: [['@pseudonymize-redact/extension', { bridgeUrl: 'https://…' }]]`;

/** An error in words, with its code for support. */
export const ErrorNote = ({ error }: { error: unknown }): ReactElement => {
  const { message, code } =
    error instanceof BridgeError ? error : { message: 'Something unforeseen happened.', code: 'UNFORESEEN' };
  return (
    <div role="alert" className="error">
      <p>
        {message} <code>{code}</code>
      </p>
      {code === 'BRIDGE_MISSING' && (
        <p>
          Start the bridge (<code>npm start</code>) where this viewer is served, or name its address in the
          viewer’s app-config.js: <code>{CONFIGURATION}</code>
        </p>
      )}
    </div>
  );
};
