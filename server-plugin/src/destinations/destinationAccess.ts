import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { basicAuthorization, type OrthancAccess } from '../config/config.ts';
import type { DestinationSetting, Secret } from './destinationSetting.ts';

const READABLE_BY_OTHERS = 0o077;

type HttpSetting = Extract<DestinationSetting, { readonly kind: 'orthanc' | 'stow' }>;

/** What a secret is read from. */
export interface SecretPlaces {
  readonly dataFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const secretIn = (secret: Secret, { dataFolder, environment }: SecretPlaces): string => {
  if ('variable' in secret) {
    const text = environment[secret.variable] ?? '';
    if (text === '')
      throw new CodedError('DESTINATION_INVALID', 'the variable of its credentials is not set');
    return text;
  }
  const path = resolve(dataFolder, secret.file);
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined)
    throw new CodedError('DESTINATION_INVALID', 'the file of its credentials is missing');
  if (process.platform !== 'win32' && (mode & READABLE_BY_OTHERS) !== 0)
    throw new CodedError(
      'DESTINATION_INVALID',
      'others may read the file of its credentials (mode 0600 is needed)',
    );
  return readFileSync(path, 'utf8').trim();
};

const loginHeader = (text: string): Readonly<Record<string, string>> => {
  const [, user, password] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (user === undefined || password === undefined)
    throw new CodedError('DESTINATION_INVALID', 'the login is not user:password');
  return basicAuthorization(user, password);
};

const tokenHeader = (text: string): Readonly<Record<string, string>> => {
  const [, name, value] = /^([A-Za-z0-9-]+): *(\S.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new CodedError('DESTINATION_INVALID', 'the token header is not Name: value');
  return { [name]: value };
};

/** How to reach a destination over HTTP. @throws CodedError DESTINATION_INVALID, which says nothing of the secret */
export const accessOf = (
  { url, login, tokenHeader: token }: HttpSetting,
  places: SecretPlaces,
): OrthancAccess => ({
  url,
  headers: {
    ...(login && loginHeader(secretIn(login, places))),
    ...(token && tokenHeader(secretIn(token, places))),
  },
});
