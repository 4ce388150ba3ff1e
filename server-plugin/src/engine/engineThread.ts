// Runs in a worker thread: its own projects and codecs, and its own way to Orthanc. Between tasks pseudonyms and texts of late are kept, in memory.
import { workerData } from 'node:worker_threads';
import {
  knownBeyond,
  resolveProfile,
  type KnownValues,
  type PreviewRow,
} from '@pseudonymize-redact/core/deidentification';
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { MemorySource, type ByteSource } from '@pseudonymize-redact/core/part10';
import type { FrameCodecs } from '@pseudonymize-redact/core/pixels';
import { loadFrameCodecs } from '../codecs/frameCodecs.ts';
import type { OrthancAccess } from '../config/config.ts';
import { identifyingValuesOf } from '../detection/headerValues.ts';
import { FileSource } from '../files/fileSource.ts';
import { collectGarbage } from '../memory/collectGarbage.ts';
import { OrthancClient } from '../orthanc/orthancClient.ts';
import { openProjects, type OpenProject } from '../projects/projectRegistry.ts';
import { meetingPatients } from '../vault/unmetPatient.ts';
import { actionCountsOf } from './actionCounts.ts';
import { deidentifyInstance, type PlacedInstance } from './deidentifyInstance.ts';
import { drawCopy, type PictureRequest } from './drawCopy.ts';
import { inspectCopy, type InspectedCopy } from './inspectCopy.ts';
import type {
  IdentityPreview,
  InspectRequest,
  InstanceInput,
  InstanceRequest,
  InstanceResult,
  ProjectChoice,
  RemoteInstance,
} from './engine.ts';
import { peopleOfProcess } from './peopleChannel.ts';
import { objectIdentityOf, type ObjectIdentity } from './objectIdentity.ts';
import { readKnown, withoutUids } from './readKnown.ts';
import { previewAttributes } from './previewAttributes.ts';
import { previewIdentity } from './previewIdentity.ts';

export type ThreadTask =
  | {
      readonly kind: 'deidentify';
      readonly input: InstanceInput | RemoteInstance;
      readonly request: InstanceRequest;
    }
  | { readonly kind: 'inspect'; readonly input: InstanceInput; readonly request: InspectRequest }
  | { readonly kind: 'picture'; readonly input: InstanceInput; readonly request: PictureRequest }
  | {
      readonly kind: 'preview' | 'previewAttributes' | 'identity';
      readonly input: InstanceInput;
      readonly choice: ProjectChoice;
      /** What other objects of the study tell. */
      readonly known: KnownValues;
      /** Of a profile that takes the place of the chosen one. */
      readonly definition?: unknown;
    }
  | {
      readonly kind: 'known';
      readonly input: InstanceInput;
      readonly choice: ProjectChoice;
    };

export interface ThreadValue {
  readonly deidentify: InstanceResult;
  readonly inspect: InspectedCopy;
  readonly picture: Uint8Array;
  readonly preview: IdentityPreview;
  readonly known: KnownValues;
  readonly identity: ObjectIdentity;
  readonly previewAttributes: readonly PreviewRow[];
}

/** Errors lose their class between threads: a coded one travels as its code. */
export type ThreadAnswer =
  | { readonly ok: true; readonly value: ThreadValue[ThreadTask['kind']] }
  | { readonly ok: false; readonly code: ErrorCode; readonly where: string | null };

/** What a thread is started with. */
export interface ThreadData {
  readonly dataFolder: string;
  readonly access: OrthancAccess;
  /** Where the vaults are asked. */
  readonly peopleChannel: string;
}

const { dataFolder, access, peopleChannel } = workerData as ThreadData;
const orthanc = new OrthancClient(access);
const projects = openProjects(dataFolder, peopleOfProcess(peopleChannel));
const loadingCodecs = loadFrameCodecs();

const projectOf = ({ project, profile }: ProjectChoice): OpenProject => projects.get(project, profile);

/** The project, under the profile that the task brings where it brings one. */
const projectUnder = ({
  choice,
  definition,
}: {
  readonly choice: ProjectChoice;
  readonly definition?: unknown;
}): OpenProject => {
  const project = projectOf(choice);
  return definition === undefined ? project : { ...project, profile: resolveProfile(definition) };
};

const withSource = async <T>(
  input: InstanceInput | RemoteInstance,
  work: (source: ByteSource) => T | Promise<T>,
): Promise<T> => {
  if (input instanceof Uint8Array) return work(new MemorySource(input));
  if (typeof input === 'object') return work(new MemorySource(await orthanc.file(input.orthancId)));
  const source = new FileSource(input);
  try {
    return await work(source);
  } finally {
    source.close();
    // Such a file is large, and the search of its copy, in another thread, needs the memory of the frames next.
    collectGarbage();
  }
};

const resultOf = (
  { original, plan, pixels, regions, bytes, facts }: PlacedInstance,
  rules: string,
  known: KnownValues,
): InstanceResult => {
  const { elements, insertions } = plan.edits.dataset;
  const inserted = [...insertions.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    heldBytes: bytes?.length ?? null,
    rules,
    facts,
    told: knownBeyond(withoutUids(plan.told), known),
    actions: actionCountsOf(plan),
    studyInstanceUID: plan.identity.newStudyInstanceUID,
    seriesInstanceUID: plan.identity.newSeriesInstanceUID,
    sopInstanceUID: plan.identity.newSOPInstanceUID,
    report: {
      regions: regions.length,
      frames: pixels.redactedFrames.length,
      reencodings: pixels.reencodedFrames,
      elementsChanged: elements.size + inserted,
    },
    redactedFrames: pixels.redactedFrames,
    identifyingValues: identifyingValuesOf(original),
  };
};

const deidentify = (source: ByteSource, request: InstanceRequest, codecs: FrameCodecs): InstanceResult => {
  const { known, path, space, scratchFolder } = request;
  const project = { ...projectOf(request), known };
  const placed = (place: string | null): PlacedInstance =>
    deidentifyInstance(source, project, () => request, codecs, {
      scratchFolder,
      pathOf: () => place,
      ...(space === null ? {} : { space: new Uint8Array(space) }),
    });
  const copy = placed(space === null ? path : null);
  // A copy that was encoded anew without loss may be far larger than its original.
  const isTooLarge = copy.bytes !== null && space !== null && copy.bytes.length > space.byteLength;
  if (isTooLarge) return resultOf(placed(path), project.rules, known);
  return resultOf(copy, project.rules, known);
};

const workOn = (
  task: ThreadTask,
  source: ByteSource,
  codecs: FrameCodecs,
): ThreadValue[ThreadTask['kind']] | Promise<Uint8Array> => {
  switch (task.kind) {
    case 'deidentify':
      return deidentify(source, task.request, codecs);
    case 'picture':
      return drawCopy(source, projectOf(task.request), task.request, codecs);
    case 'inspect':
      return inspectCopy(source, projectOf(task.request), task.request.originals);
    case 'known':
      return readKnown(source, projectOf(task.choice).profile).known;
    case 'identity':
      return objectIdentityOf(source, { ...projectOf(task.choice), known: task.known });
    case 'preview':
      return previewIdentity(source, { ...projectOf(task.choice), known: task.known });
    case 'previewAttributes':
      return previewAttributes(source, { ...projectUnder(task), known: task.known });
  }
};

const work = async (task: ThreadTask): Promise<ThreadValue[ThreadTask['kind']]> => {
  const codecs = await loadingCodecs;
  return withSource<ThreadValue[ThreadTask['kind']]>(task.input, (source) =>
    meetingPatients(() => workOn(task, source, codecs)),
  );
};

export default async (task: ThreadTask): Promise<ThreadAnswer> => {
  try {
    return { ok: true, value: await work(task) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, where: error.where };
    throw error;
  }
};
