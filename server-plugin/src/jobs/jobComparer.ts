import type { JobChanges, JobComparison, JobRequest, RegionScope } from '@pseudonymize-redact/core/contract';
import { compareProfiles } from '@pseudonymize-redact/core/deidentification';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import type { OpenProject, ProjectRegistry } from '../projects/projectRegistry.ts';
import { presentMaking, type JobHistory, type Making, type PastJob } from './jobHistory.ts';
import type { JobOrder } from './jobOrder.ts';
import type { JobService } from './jobService.ts';
import { regionDifferences, settingDifferences, type WholeOrder } from './orderDifference.ts';

export interface JobComparisonParts {
  readonly jobs: JobService;
  readonly history: JobHistory;
  readonly orthanc: OrthancClient;
  readonly projects: ProjectRegistry;
}

interface ComparedJob {
  readonly order: JobOrder;
  readonly isExport: boolean;
  readonly making: Making;
}

const wholeOrder = (order: JobOrder, isExport: boolean, project: OpenProject): WholeOrder => ({
  ...order,
  search: isExport ? project.search : order.search,
  textPolicy: order.textPolicy ?? project.textPolicy,
});

/** Tells what a job of a study does otherwise than the one before it. */
export class JobComparer {
  readonly #parts: JobComparisonParts;

  constructor(parts: JobComparisonParts) {
    this.#parts = parts;
  }

  /**
   * Of a job that is only thought of.
   *
   * @throws CodedError as `JobService.create`, but JOB_UNFINISHED
   */
  async ofRequest(request: JobRequest): Promise<JobComparison> {
    const { jobs, history, projects } = this.#parts;
    const { study, order } = await jobs.orderFor(request);
    const past = await history.last({ project: request.project, study }, null);
    const making = presentMaking(projects.get(request.project, order.profile));
    return this.#compared(past, study, request.project, { order, making, isExport: false });
  }

  /** @throws CodedError JOB_NOT_FOUND, ORTHANC_…, PROJECT_NOT_FOUND, PROFILE_… */
  async ofJob(id: string): Promise<JobComparison> {
    const { jobs, history, projects } = this.#parts;
    const { project, study, createdAt, exportName } = await jobs.get(id);
    const order = await jobs.orderOf(id);
    const past = await history.last({ project, study }, createdAt);
    const making = (await history.makingOf(id)) ?? presentMaking(projects.get(project, order.profile));
    return this.#compared(past, study, project, { order, making, isExport: exportName !== null });
  }

  async #compared(
    past: PastJob | null,
    study: OrthancId,
    projectId: string,
    { order, making, isExport }: ComparedJob,
  ): Promise<JobComparison> {
    if (past === null) return { changes: null };
    const project = this.#parts.projects.get(projectId);
    const { record } = past;
    const profiles = past.making === null ? null : compareProfiles(past.making.profile, making.profile);
    const earlierOrder = wholeOrder(past.order, record.exportName !== null, project);
    return {
      changes: {
        earlier: {
          job: record.id,
          endedAt: (record.endedAt ?? record.createdAt).toISOString(),
          profile: past.making?.profileName ?? null,
          product: past.making?.product ?? null,
        },
        profile: making.profileName,
        product: making.product,
        options: [...(profiles?.options ?? [])],
        attributes: [...(profiles?.attributes ?? [])],
        settings: [...settingDifferences(earlierOrder, wholeOrder(order, isExport, project))],
        regions: await this.#regions(study, past.order, order),
      },
    };
  }

  /** By the originals' UIDs; what Orthanc does not have any more is left out. */
  async #regions(study: OrthancId, before: JobOrder, now: JobOrder): Promise<JobChanges['regions']> {
    const differences = regionDifferences(before.regions, now.regions);
    if (differences.length === 0) return [];
    const { orthanc } = this.#parts;
    const [series, instances] = await Promise.all([orthanc.seriesOf(study), orthanc.instancesOf(study)]);
    const scopes = new Map<string, RegionScope>([
      ...series.map(({ id, seriesInstanceUID }) => [id, { seriesInstanceUID }] as const),
      ...instances.map(({ id, sopInstanceUID }) => [id, { sopInstanceUID }] as const),
    ]);
    return differences.flatMap(({ orthancId, ...counts }) => {
      const scope = scopes.get(orthancId);
      return scope === undefined ? [] : [{ scope, ...counts }];
    });
  }
}
