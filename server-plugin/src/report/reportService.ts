import {
  NO_REGIONS,
  RegionCounts,
  type ExportReport,
  type HoldState,
} from '@pseudonymize-redact/core/contract';
import type { ExportService } from '../exports/exportService.ts';
import { PRODUCT } from '../engine/product.ts';
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
    const { exportService, outputs } = this.#parts;
    const found = await exportService.get(name);
    const { seconds, ...totals } = await this.#totals(name);
    const pixels = { ...totals, regionsByClass: await this.#regionsByClass(name) };
    const cells = await outputs.cellsOf(name);
    return {
      export: found,
      product: `${PRODUCT.name} ${PRODUCT.version}`,
      rules: [...(await outputs.rulesOf(name))],
      durationSeconds: seconds,
      studySeconds: await this.#studySeconds(name),
      pixels,
      holds: await this.#holds(name),
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

  async #studySeconds(name: string): Promise<ExportReport['studySeconds']> {
    const at = (share: number): string =>
      `percentile_cont(${share}) WITHIN GROUP (ORDER BY extract(epoch FROM ended_at - started_at))::float8`;
    const [row] = await this.#parts.database.query<ExportReport['studySeconds']>(
      `SELECT ${at(0.5)} AS median, ${at(0.9)} AS p90, ${at(1)} AS longest
       FROM deidentification_job WHERE export_name = $1 AND state = 'completed'`,
      [name],
    );
    return row ?? { median: null, p90: null, longest: null };
  }

  async #holds(name: string): Promise<ExportReport['holds']> {
    const rows = await this.#parts.database.query<{ readonly state: HoldState; readonly holds: number }>(
      `SELECT h.state, count(*)::int AS holds
       FROM deidentification_hold h JOIN deidentification_job j ON j.id = h.job
       WHERE j.export_name = $1 GROUP BY h.state`,
      [name],
    );
    const none = { held: 0, released: 0, rejected: 0, corrected: 0, superseded: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, holds }) => [state, holds])) };
  }

  async #regionsByClass(name: string): Promise<RegionCounts> {
    const rows = await this.#parts.database.query<{ readonly key: string; readonly regions: number }>(
      `SELECT key, sum(value::int)::int AS regions
       FROM deidentification_job, jsonb_each_text(report->'regionsByClass')
       WHERE export_name = $1 AND state = 'completed' GROUP BY key`,
      [name],
    );
    return RegionCounts.parse({
      ...NO_REGIONS,
      ...Object.fromEntries(rows.map(({ key, regions }) => [key, regions])),
    });
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
