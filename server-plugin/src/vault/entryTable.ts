import type { Database } from '../queue/database.ts';
import type { ChangingEntryStorage } from './entryStorage.ts';

/** `people`: who became whom; `studies` and `instances`: which study became which. */
export type EntryKind = 'people' | 'studies' | 'instances';

const ENTRIES_READ = 200;

type Row = Readonly<Record<'name' | 'content', Uint8Array>>;

const bytesOf = (name: string): Uint8Array => Buffer.from(name, 'hex');

/**
 * Entries of a project's vault in the database, which all workers share. Their table has a schema of its own, `pseudonymize_vault`:
 * whoever may look at jobs need not be let in here.
 */
export class EntryTable implements ChangingEntryStorage {
  readonly #database: Database;
  readonly #owner: readonly [project: string, kind: EntryKind];

  constructor(database: Database, project: string, kind: EntryKind) {
    this.#database = database;
    this.#owner = [project, kind];
  }

  async read(name: string): Promise<Uint8Array | null> {
    const [row] = await this.#database.query<Pick<Row, 'content'>>(
      'SELECT content FROM pseudonymize_vault.entry WHERE project = $1 AND kind = $2 AND name = $3',
      [...this.#owner, bytesOf(name)],
    );
    return row?.content ?? null;
  }

  async add(name: string, content: Uint8Array): Promise<void> {
    await this.exchange(name, null, content);
  }

  async exchange(name: string, before: Uint8Array | null, after: Uint8Array): Promise<boolean> {
    const changed = await this.#database.query(
      before === null
        ? `INSERT INTO pseudonymize_vault.entry (project, kind, name, content) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING 1`
        : `UPDATE pseudonymize_vault.entry SET content = $4
           WHERE project = $1 AND kind = $2 AND name = $3 AND content = $5 RETURNING 1`,
      [...this.#owner, bytesOf(name), after, ...(before === null ? [] : [before])],
    );
    return changed.length > 0;
  }

  async *all(): AsyncGenerator<readonly [string, Uint8Array]> {
    for (let last: Uint8Array | undefined = new Uint8Array(); last !== undefined;) {
      const rows: readonly Row[] = await this.#database.query<Row>(
        `SELECT name, content FROM pseudonymize_vault.entry WHERE project = $1 AND kind = $2 AND name > $3
         ORDER BY name LIMIT ${ENTRIES_READ}`,
        [...this.#owner, last],
      );
      for (const { name, content } of rows) yield [Buffer.from(name).toString('hex'), content];
      last = rows.at(-1)?.name;
    }
  }
}
