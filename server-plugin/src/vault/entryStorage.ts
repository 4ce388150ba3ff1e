/** Where sealed entries of a vault are kept, each under its name of 64 hexadecimal digits. */
export interface EntryStorage {
  /** Null: there is none. */
  read(name: string): Promise<Uint8Array | null>;
  /** Keeps an entry unless there is one of that name already, which then stays, whoever has put it there. */
  add(name: string, content: Uint8Array): Promise<void>;
}

/** A storage whose entries may change, whichever process changes them. */
export interface ChangingEntryStorage extends EntryStorage {
  /**
   * Puts an entry in the place of the one that was read.
   *
   * @param before null: there was none
   * @returns false where it is not that one any more: then nothing is changed
   */
  exchange(name: string, before: Uint8Array | null, after: Uint8Array): Promise<boolean>;
  /** Every entry, with its name. */
  all(): AsyncIterable<readonly [name: string, content: Uint8Array]>;
}
