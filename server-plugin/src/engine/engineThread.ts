// Runs in a worker thread: one task at a time, its own projects, nothing kept between tasks.
import type { PreviewRow } from '@pseudonymize-redact/core/deidentification';
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { CORE_CODECS } from '@pseudonymize-redact/core/pixels';
import { workerData } from 'node:worker_threads';
import { openProjects } from '../projects/projectRegistry.ts';
import { deidentifyInstance } from './deidentifyInstance.ts';
import type { IdentityPreview, InstanceRequest, InstanceResult } from './engine.ts';
import { previewAttributes } from './previewAttributes.ts';
import { previewIdentity } from './previewIdentity.ts';

export type ThreadTask =
  | { readonly kind: 'deidentify'; readonly bytes: Uint8Array; readonly request: InstanceRequest }
  | { readonly kind: 'preview' | 'previewAttributes'; readonly bytes: Uint8Array; readonly project: string };

export interface ThreadValue {
  readonly deidentify: InstanceResult;
  readonly preview: IdentityPreview;
  readonly previewAttributes: readonly PreviewRow[];
}

/** Errors lose their class between threads: a coded one travels as its code. */
export type ThreadAnswer =
  | { readonly ok: true; readonly value: ThreadValue[ThreadTask['kind']] }
  | { readonly ok: false; readonly code: ErrorCode; readonly where: string | null };

const { dataFolder } = workerData as { readonly dataFolder: string };
const projects = openProjects(dataFolder);

const work = (task: ThreadTask): ThreadValue[ThreadTask['kind']] => {
  switch (task.kind) {
    case 'deidentify':
      return deidentifyInstance(task.bytes, projects.get(task.request.project), task.request, CORE_CODECS);
    case 'preview':
      return previewIdentity(task.bytes, projects.get(task.project));
    case 'previewAttributes':
      return previewAttributes(task.bytes, projects.get(task.project));
  }
};

export default (task: ThreadTask): ThreadAnswer => {
  try {
    return { ok: true, value: work(task) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, where: error.where };
    throw error;
  }
};
