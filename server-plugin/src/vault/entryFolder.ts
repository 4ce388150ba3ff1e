import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { addFile } from '../files/addFile.ts';
import type { EntryStorage } from './entryStorage.ts';

const NAME = /^[0-9a-f]{64}$/;

/** Entries of a vault as files of a folder. They appear whole or not at all, so threads and processes of one machine may share it. */
export class EntryFolder implements EntryStorage {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder where it is missing, for the owner only. @throws CodedError FILE_FAILED */
  static make(folder: string): EntryFolder {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw new CodedError('FILE_FAILED', folder, { cause });
    }
    return new EntryFolder(folder);
  }

  /** None where there is no such folder. */
  names(): readonly string[] {
    return existsSync(this.#folder) ? readdirSync(this.#folder).filter((name) => NAME.test(name)) : [];
  }

  read(name: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.readNow(name));
  }

  add(name: string, content: Uint8Array): Promise<void> {
    this.addNow(name, content);
    return Promise.resolve();
  }

  /** As `read`, for who cannot wait. */
  readNow(name: string): Uint8Array | null {
    try {
      return readFileSync(join(this.#folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** As `add`, for who cannot wait. */
  addNow(name: string, content: Uint8Array): void {
    addFile(join(this.#folder, name), content);
  }
}
