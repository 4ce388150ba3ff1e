import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';

const FILE = 'reidentifiers.json';
const SECRET_BYTES = 32;

const Reidentifier = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9@._-]{0,63}$/),
  /** Of the secret, in hexadecimal: it is random, so nothing slower is needed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: z.iso.datetime(),
});
type Reidentifier = z.infer<typeof Reidentifier>;

/** @throws CodedError REIDENTIFIERS_INVALID */
const readAll = (dataFolder: string): readonly Reidentifier[] => {
  const path = join(dataFolder, FILE);
  if (!existsSync(path)) return [];
  try {
    return z.array(Reidentifier).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new CodedError('REIDENTIFIERS_INVALID', FILE);
  }
};

const writeAll = (dataFolder: string, all: readonly Reidentifier[]): void => {
  const path = join(dataFolder, FILE);
  writeFileSync(`${path}.partial`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.partial`, path);
};

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Who may ask who a pseudonym is. @throws CodedError REIDENTIFIERS_INVALID */
export const reidentifiersIn = (dataFolder: string): readonly Omit<Reidentifier, 'sha256'>[] =>
  readAll(dataFolder).map(({ name, addedAt }) => ({ name, addedAt }));

/**
 * Lets somebody ask; whoever has that name already gets a new secret.
 *
 * @returns the secret, which is kept nowhere
 * @throws CodedError REIDENTIFIERS_INVALID
 */
export const addReidentifier = (dataFolder: string, name: string, now: Date): string => {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const others = readAll(dataFolder).filter((other) => other.name !== name);
  const added = Reidentifier.safeParse({
    name,
    sha256: hashOf(secret).toString('hex'),
    addedAt: now.toISOString(),
  });
  if (!added.success) throw new CodedError('REIDENTIFIERS_INVALID', 'name');
  writeAll(dataFolder, [...others, added.data]);
  return secret;
};

/** @returns whether there was one of that name */
export const removeReidentifier = (dataFolder: string, name: string): boolean => {
  const all = readAll(dataFolder);
  const left = all.filter((other) => other.name !== name);
  if (left.length < all.length) writeAll(dataFolder, left);
  return left.length < all.length;
};

/** Whose secret it is; null: nobody's. */
export const reidentifierWith = (dataFolder: string, secret: string): string | null => {
  const hash = hashOf(secret);
  const found = readAll(dataFolder).find(({ sha256 }) => timingSafeEqual(Buffer.from(sha256, 'hex'), hash));
  return found?.name ?? null;
};
