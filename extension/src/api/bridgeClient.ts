import {
  ApiError,
  Hold,
  InstancePreview,
  Job,
  JobComparison,
  Project,
  ROUTES,
  StudyPreview,
  StudyReview,
  type HoldDecision,
  type JobRequestInput,
  type ReviewEntry,
} from '@pseudonymize-redact/core/contract';
import axios, { isAxiosError, isCancel, type AxiosRequestConfig } from 'axios';
import { connectionError, BridgeError } from './bridgeError.ts';

/** Whose key is used, and which of its profiles; null: the project's own. */
export interface ProjectChoice {
  readonly project: string;
  readonly profile: string | null;
}

export interface BridgeClient {
  projects(signal: AbortSignal): Promise<readonly Project[]>;
  /** Who the patient of a study is and who the copy will name. */
  preview(studyInstanceUID: string, choice: ProjectChoice, signal: AbortSignal): Promise<StudyPreview>;
  /** What every attribute of an instance becomes. */
  instancePreview(
    image: { readonly studyInstanceUID: string; readonly sopInstanceUID: string },
    choice: ProjectChoice,
    signal: AbortSignal,
  ): Promise<InstancePreview>;
  /** What was found and decided in a study before. */
  review(studyInstanceUID: string, signal: AbortSignal): Promise<readonly ReviewEntry[]>;
  /** Keeps the entries; others of the study stay as they are. */
  keepReview(studyInstanceUID: string, entries: readonly ReviewEntry[]): Promise<void>;
  /** Images of a study that wait for a decision. */
  holds(studyInstanceUID: string, project: string, signal: AbortSignal): Promise<readonly Hold[]>;
  decideHolds(decision: HoldDecision): Promise<readonly Hold[]>;
  /** What a job would do otherwise than the one before it of the same study and project. */
  compareRequest(request: JobRequestInput, signal: AbortSignal): Promise<JobComparison>;
  compareJob(id: string, signal: AbortSignal): Promise<JobComparison>;
  createJob(request: JobRequestInput): Promise<Job>;
  cancelJob(id: string): Promise<Job>;
  /**
   * Calls `onJob` with every state until the last, and `onLost` when the connection is lost; the browser tries again.
   *
   * @returns what ends the watch
   */
  watchJob(id: string, onJob: (job: Job) => void, onLost: () => void): () => void;
}

interface Schema<T> {
  safeParse(data: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

export const isFinal = ({ state }: Job): boolean =>
  state === 'completed' || state === 'cancelled' || state === 'failed';

const path = (route: string, parameters: Readonly<Record<string, string>>): string =>
  route.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));

const bridgeError = (error: unknown): unknown => {
  if (!isAxiosError(error) || isCancel(error)) return error;
  if (error.response === undefined) return connectionError('BRIDGE_UNREACHABLE');
  const told = ApiError.safeParse(error.response.data);
  return told.success ? new BridgeError(told.data) : connectionError('BRIDGE_MISSING');
};

/** The bridge's HTTP API at `origin`. Answers are checked against the contract; errors are BridgeErrors. */
export const createBridgeClient = (origin: string): BridgeClient => {
  const http = axios.create({ baseURL: origin });

  const call = async <T>(schema: Schema<T>, request: AxiosRequestConfig): Promise<T> => {
    const { data } = await http.request<unknown>(request).catch((error: unknown) => {
      throw bridgeError(error);
    });
    const checked = schema.safeParse(data);
    if (checked.success) return checked.data;
    // A server that knows nothing of the bridge answers unknown paths with the viewer's own page.
    throw connectionError(typeof data === 'string' ? 'BRIDGE_MISSING' : 'BRIDGE_ANSWER_INVALID');
  };

  return {
    projects: (signal) => call(Project.array(), { url: ROUTES.projects, signal }),
    // axios leaves out what is null.
    preview: (study, choice, signal) =>
      call(StudyPreview, { url: path(ROUTES.preview, { study }), params: choice, signal }),
    instancePreview: ({ studyInstanceUID: study, sopInstanceUID: instance }, choice, signal) =>
      call(InstancePreview, {
        url: path(ROUTES.instancePreview, { study, instance }),
        params: choice,
        signal,
      }),
    compareRequest: (request, signal) =>
      call(JobComparison, { method: 'POST', url: ROUTES.comparison, data: request, signal }),
    compareJob: (job, signal) => call(JobComparison, { url: path(ROUTES.jobComparison, { job }), signal }),
    review: async (study, signal) =>
      (await call(StudyReview, { url: path(ROUTES.review, { study }), signal })).entries,
    keepReview: async (study, entries) => {
      await call(StudyReview, { method: 'PUT', url: path(ROUTES.review, { study }), data: { entries } });
    },
    holds: (studyInstanceUID, project, signal) =>
      call(Hold.array(), { url: ROUTES.holds, params: { studyInstanceUID, project }, signal }),
    decideHolds: (decision) => call(Hold.array(), { method: 'POST', url: ROUTES.holds, data: decision }),
    createJob: (request) => call(Job, { method: 'POST', url: ROUTES.jobs, data: request }),
    cancelJob: (job) => call(Job, { method: 'DELETE', url: path(ROUTES.job, { job }) }),
    watchJob: (id, onJob, onLost) => {
      const events = new EventSource(new URL(path(ROUTES.jobEvents, { job: id }), origin));
      events.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const job = Job.parse(JSON.parse(data));
        if (isFinal(job)) events.close();
        onJob(job);
      });
      events.addEventListener('error', onLost);
      return () => events.close();
    },
  };
};
