import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Export, ExportReport, Verification } from '@pseudonymize-redact/core/contract';

const CHECK_MS = 100;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Exports of a bridge, by its HTTP API. */
export class ExportClient {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.#address + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return response.json();
  }

  async until(name: string, reached: (state: Export) => boolean): Promise<Export> {
    for (;;) {
      const state = Export.parse(await this.call('GET', `/api/exports/${name}`));
      if (reached(state)) return state;
      await wait(CHECK_MS);
    }
  }

  /** An export to a project, named after it, to its end. */
  async run(project: string, query: Readonly<Record<string, string>>): Promise<Export> {
    await this.call('POST', '/api/exports', { name: `to-${project}`, project, selection: { query } });
    return this.until(`to-${project}`, ({ endedAt }) => endedAt !== null);
  }

  /** SOP Instance UID → SHA-256, as the report of an export has them. */
  async reported(project: string): Promise<ReadonlyMap<string, string>> {
    const { outputs } = ExportReport.parse(await this.call('GET', `/api/exports/to-${project}/report`));
    return new Map(outputs.map(({ sopInstanceUID, sha256: hash }) => [sopInstanceUID, hash]));
  }

  /** The copies of an export, looked at again where they are. @throws Error with the bridge's answer where it refuses */
  async verified(project: string): Promise<Verification> {
    const request = { project, export: `to-${project}`, pixels: false };
    const answer = await this.call('POST', '/api/verifications', request);
    const begun = Verification.safeParse(answer);
    if (!begun.success) throw new Error(JSON.stringify(answer));
    for (;;) {
      const state = Verification.parse(await this.call('GET', `/api/verifications/${begun.data.id}`));
      if (state.endedAt !== null) return state;
      await wait(CHECK_MS);
    }
  }
}
