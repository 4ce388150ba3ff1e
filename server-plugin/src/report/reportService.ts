import type { ExportReport } from '@pseudonymize-redact/core/contract';
import type { ExportService } from '../exports/exportService.ts';
import { PRODUCT } from '../engine/product.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { Database } from '../queue/database.ts';
import type { OutputStore } from './outputStore.ts';

/** Below five patients a cell is small, as registries of health data commonly have it. */
const SMALLEST_CELL = 5;
/** Points of the plot. */
const POINTS = 60;

export interface ReportServiceParts {
  readonly database: Database;
  readonly exportService: ExportService;
  readonly outputs: OutputStore;
  readonly projects: ProjectRegistry;
}

interface Totals {
  readonly seconds: number | null;
  readonly instances: number;
  readonly regions: number;
  readonly frames: number;
  readonly reencodings: number;
  readonly holds: number;
}

/** Tells what exports did. */
export class ReportService {
  readonly #parts: ReportServiceParts;

  constructor(parts: ReportServiceParts) {
    this.#parts = parts;
  }

  /** @throws CodedError EXPORT_NOT_FOUND */
  async of(name: string): Promise<ExportReport> {
    const { exportService, outputs, projects } = this.#parts;
    const found = await exportService.get(name);
    const { seconds, ...pixels } = await this.#totals(name);
    const cells = await outputs.cellsOf(name);
    return {
      export: found,
      product: `${PRODUCT.name} ${PRODUCT.version}`,
      profile: projects.get(found.project).profile.name,
      durationSeconds: seconds,
      pixels,
      actions: [...(await outputs.actionsOf(name))],
      cells: cells.map((cell) => ({ ...cell, small: cell.patients < SMALLEST_CELL })),
      smallestCell: SMALLEST_CELL,
      progress: [...(await this.#progress(name))],
      outputs: [...(await outputs.outputsOf(name))],
    };
  }

  async #totals(name: string): Promise<Totals> {
    const sum = (key: string): string => `COALESCE(sum((report->>'${key}')::int), 0)::int AS ${key}`;
    const [row] = await this.#parts.database.query<Totals>(
      `SELECT extract(epoch FROM max(ended_at) - min(started_at))::float8 AS seconds,
              ${['instances', 'regions', 'frames', 'reencodings', 'holds'].map(sum).join(', ')}
       FROM deidentification_job WHERE export_name = $1 AND state = 'completed'`,
      [name],
    );
    if (row === undefined) throw new Error('an aggregate without a row');
    return row;
  }

  async #progress(name: string): Promise<ExportReport['progress']> {
    const rows = await this.#parts.database.query<{
      readonly at: Date;
      readonly studies: number;
      readonly instances: number;
    }>(
      `SELECT max(ended_at) AS at, (sum(count(*)) OVER w)::int AS studies, (sum(sum(total)) OVER w)::int AS instances
       FROM (SELECT ended_at, total, ntile(${POINTS}) OVER (ORDER BY ended_at) AS part
             FROM deidentification_job WHERE export_name = $1 AND state = 'completed') AS ended
       GROUP BY part WINDOW w AS (ORDER BY part) ORDER BY part`,
      [name],
    );
    return rows.map(({ at, ...counts }) => ({ at: at.toISOString(), ...counts }));
  }
}
