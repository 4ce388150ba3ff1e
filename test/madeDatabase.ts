import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** The environment variable that names a database of PGlite, as a first start makes one. */
export const MADE_DATABASE = 'PSEUDONYMIZE_TEST_DATABASE';

/** Puts a copy of that database into a new data folder: to make one takes longer than most tests. Without it the first start does. */
export const placeDatabase = (dataFolder: string): void => {
  const made = process.env[MADE_DATABASE];
  const database = join(dataFolder, 'database');
  if (made !== undefined && !existsSync(database)) cpSync(made, database, { recursive: true });
};
