import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from '@pseudonymize-redact/core/errors';
import axios, { AxiosError, type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { z } from 'zod';
import type { OrthancAccess } from '../config/config.ts';

/** Orthanc's own identifier of a patient, study, series or instance: a hash, so it may stand in a job. */
export type OrthancId = string;

export interface OrthancInstance {
  readonly id: OrthancId;
  readonly series: OrthancId;
  readonly sopInstanceUID: string;
  readonly fileBytes: number;
}

export interface OrthancSeries {
  readonly id: OrthancId;
  readonly seriesInstanceUID: string;
}

export interface InstanceUids {
  readonly studyInstanceUID: string;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
}

/** What an instance is, without reading its file. */
export interface InstanceKind {
  readonly sopClassUID: string;
  readonly transferSyntaxUID: string;
}

const Lookup = z.array(z.object({ ID: z.string(), Type: z.string() }));
const Instances = z.array(
  z.object({
    ID: z.string(),
    ParentSeries: z.string(),
    FileSize: z.number(),
    MainDicomTags: z.object({ SOPInstanceUID: z.string() }),
  }),
);
const SeriesList = z.array(
  z.object({ ID: z.string(), MainDicomTags: z.object({ SeriesInstanceUID: z.string() }) }),
);
const FoundStudies = z.array(
  z.object({ ID: z.string(), PatientMainDicomTags: z.object({ PatientID: z.string().optional() }) }),
);
const Metadata = z.object({ SopClassUid: z.string().default(''), TransferSyntax: z.string().default('') });
const Resource = z.object({ MainDicomTags: z.record(z.string(), z.string()) });
const Stored = z.object({ ID: z.string() });
const System = z.object({ HasLabels: z.boolean().default(false) });

/** Every Orthanc has numeric user metadata from 1024 on, without any configuration; this one, of a study, names the job of a copy. */
export const JOB_METADATA = 4242;
/** Orthanc 1.12 and later show labels of studies, and search by them. */
export const COPY_LABEL = 'pseudonymized';

/**
 * Orthanc offers to keep a connection for one second; Node takes one second off such an offer unless it is told otherwise, and would
 * connect anew for every request.
 */
const KEEP_ALIVE_MARGIN_MS = 250;
const AGENT_OPTIONS = { keepAlive: true, agentKeepAliveTimeoutBuffer: KEEP_ALIVE_MARGIN_MS };
const KEPT_CONNECTIONS = {
  httpAgent: new HttpAgent(AGENT_OPTIONS),
  httpsAgent: new HttpsAgent(AGENT_OPTIONS),
};

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;
/** So that a server which no longer answers does not hold a job for ever; long enough for the largest files. */
const TIMEOUT_MS = 600_000;

const HTTP_UNAUTHORIZED = 401;
const HTTP_FORBIDDEN = 403;
const HTTP_NOT_FOUND = 404;
const HTTP_BAD_GATEWAY = 502;

/** A function where the body can be read only once. */
type Request = AxiosRequestConfig | (() => AxiosRequestConfig);

/** Sent from memory: streaming costs more than it saves. */
const SMALL_FILE_BYTES = 8 * 2 ** 20;

const CONNECTION_ERRORS: ReadonlySet<string | undefined> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
]);
const isConnectionError = (error: unknown): boolean =>
  CONNECTION_ERRORS.has((error as NodeJS.ErrnoException).code);

/** No answer, or a proxy's word that Orthanc does not answer: it may come back. */
const isPassing = ({ response }: AxiosError): boolean =>
  response === undefined || response.status >= HTTP_BAD_GATEWAY;

/** The cause is left out: it holds the request, with credentials and identifiers. */
const codedErrorOf = (error: AxiosError): CodedError => {
  if (isPassing(error)) return new CodedError('ORTHANC_UNREACHABLE');
  const status = error.response?.status;
  if (status === HTTP_UNAUTHORIZED || status === HTTP_FORBIDDEN)
    return new CodedError('ORTHANC_UNAUTHORIZED');
  if (status === HTTP_NOT_FOUND) return new CodedError('ORTHANC_NOT_FOUND');
  return new CodedError('ORTHANC_REFUSED', `HTTP status ${String(status)}`);
};

/**
 * Orthanc's REST API, as far as the bridge needs it. Every call may be repeated without harm, so a lost connection is tried again
 * for some seconds. All methods throw CodedError ORTHANC_….
 */
export class OrthancClient {
  readonly #http: AxiosInstance;
  readonly #attempts: number;
  #hasLabels: Promise<boolean> | undefined;

  /** @param attempts how often a call is made before a lost connection counts */
  constructor({ url, headers }: OrthancAccess, attempts = ATTEMPTS) {
    this.#attempts = attempts;
    this.#http = axios.create({
      baseURL: url,
      ...KEPT_CONNECTIONS,
      // Otherwise axios asks for gzip, and Orthanc compresses every file at a twentieth of the speed.
      headers: { ...headers, 'Accept-Encoding': 'identity' },
      maxBodyLength: Infinity,
      maxContentLength: Infinity,
      // Credentials go nowhere else, and no body is kept for the case of a redirection.
      maxRedirects: 0,
      timeout: TIMEOUT_MS,
    });
  }

  async #request(request: Request): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.#http.request<unknown>(typeof request === 'function' ? request() : request)).data;
      } catch (error) {
        if (!(error instanceof AxiosError)) throw error;
        if (attempt >= this.#attempts || !isPassing(error)) throw codedErrorOf(error);
        await wait(FIRST_WAIT_MS * 2 ** (attempt - 1));
      }
    }
  }

  async #answer<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
    const parsed = schema.safeParse(await this.#request(request));
    if (!parsed.success) throw new CodedError('ORTHANC_REFUSED', 'an answer of another form');
    return parsed.data;
  }

  /** Whether it answers and lets us in. */
  async check(): Promise<void> {
    await this.#request({ url: '/system' });
  }

  /** The names of its plugins. */
  plugins(): Promise<readonly string[]> {
    return this.#answer(z.array(z.string()), { url: '/plugins' });
  }

  /** The study that has a UID, or null. @throws CodedError STUDY_AMBIGUOUS where two patients have one with that UID */
  async findStudy(studyInstanceUID: string): Promise<OrthancId | null> {
    const found = await this.#answer(Lookup, {
      method: 'POST',
      url: '/tools/lookup',
      data: studyInstanceUID,
    });
    const [study, ...others] = found.filter(({ Type }) => Type === 'Study');
    if (others.length > 0) throw new CodedError('STUDY_AMBIGUOUS');
    return study?.ID ?? null;
  }

  /** The studies that a query at the level of studies matches, as C-FIND would. */
  searchStudies(query: Readonly<Record<string, string>>): Promise<readonly OrthancId[]> {
    return this.#answer(z.array(z.string()), {
      method: 'POST',
      url: '/tools/find',
      data: { Level: 'Study', CaseSensitive: false, Query: query },
    });
  }

  /** The studies of patients with exactly this Patient ID. */
  async studiesOfPatient(patientID: string): Promise<readonly OrthancId[]> {
    const found = await this.#answer(FoundStudies, {
      method: 'POST',
      url: '/tools/find',
      data: { Level: 'Study', CaseSensitive: true, Expand: true, Query: { PatientID: patientID } },
    });
    // The ID may hold what a query takes for a wild card.
    return found
      .filter(({ PatientMainDicomTags }) => PatientMainDicomTags.PatientID === patientID)
      .map(({ ID }) => ID);
  }

  async seriesOf(study: OrthancId): Promise<readonly OrthancSeries[]> {
    const series = await this.#answer(SeriesList, { url: `/studies/${study}/series` });
    return series.map(({ ID, MainDicomTags }) => ({
      id: ID,
      seriesInstanceUID: MainDicomTags.SeriesInstanceUID,
    }));
  }

  async instancesOf(study: OrthancId): Promise<readonly OrthancInstance[]> {
    const instances = await this.#answer(Instances, { url: `/studies/${study}/instances` });
    return instances.map(({ ID, ParentSeries, FileSize, MainDicomTags }) => ({
      id: ID,
      series: ParentSeries,
      sopInstanceUID: MainDicomTags.SOPInstanceUID,
      fileBytes: FileSize,
    }));
  }

  /** The UIDs of an instance; null where Orthanc does not have it. */
  uidsOf(instance: OrthancId): Promise<InstanceUids | null> {
    const uidOf = async (path: string, keyword: string): Promise<string> => {
      const answer = await this.#answer(Resource, { url: `/instances/${instance}${path}` });
      return answer.MainDicomTags[keyword] ?? '';
    };
    const all = Promise.all([
      uidOf('/study', 'StudyInstanceUID'),
      uidOf('/series', 'SeriesInstanceUID'),
      uidOf('', 'SOPInstanceUID'),
    ]).then(([studyInstanceUID, seriesInstanceUID, sopInstanceUID]) => ({
      studyInstanceUID,
      seriesInstanceUID,
      sopInstanceUID,
    }));
    return this.#unlessMissing(all, null);
  }

  /** Empty where Orthanc does not know. */
  async kindOf(instance: OrthancId): Promise<InstanceKind> {
    const metadata = await this.#answer(Metadata, { url: `/instances/${instance}/metadata?expand` });
    return { sopClassUID: metadata.SopClassUid, transferSyntaxUID: metadata.TransferSyntax };
  }

  /** A hash of an instance's file as it was stored; null where Orthanc keeps none. */
  async contentOf(instance: OrthancId): Promise<string | null> {
    const url = `/instances/${instance}/attachments/dicom/md5`;
    return this.#unlessMissing(this.#answer(z.string(), { url, responseType: 'text' }), null);
  }

  /** The Part 10 file as it was stored. */
  file(instance: OrthancId): Promise<Uint8Array> {
    return this.#answer(z.instanceof(Buffer), {
      url: `/instances/${instance}/file`,
      responseType: 'arraybuffer',
    });
  }

  /** Writes the Part 10 file, as it was stored, to a path: it is never in memory at once. */
  async download(instance: OrthancId, path: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const body = await this.#answer(z.instanceof(Readable), {
        url: `/instances/${instance}/file`,
        responseType: 'stream',
      });
      try {
        await pipeline(body, createWriteStream(path, { mode: 0o600 }));
        return;
      } catch (error) {
        // What the disk says has a name of its own; a connection that ends is tried again.
        if ((error as NodeJS.ErrnoException).syscall !== undefined && !isConnectionError(error)) throw error;
        if (attempt >= this.#attempts) throw new CodedError('ORTHANC_UNREACHABLE');
        await wait(FIRST_WAIT_MS * 2 ** (attempt - 1));
      }
    }
  }

  /** MD5 of the Part 10 file, in hexadecimal. */
  async md5Of(instance: OrthancId): Promise<string> {
    const url = `/instances/${instance}/attachments/dicom/md5`;
    const kept = await this.#unlessMissing(this.#answer(z.string(), { url, responseType: 'text' }), null);
    if (kept !== null && /^[0-9a-f]{32}$/.test(kept)) return kept;
    // A server can be told to keep none.
    const hash = createHash('md5');
    const body = await this.#answer(z.instanceof(Readable), {
      url: `/instances/${instance}/file`,
      responseType: 'stream',
    });
    await pipeline(body, hash);
    return hash.digest('hex');
  }

  /** Stores a Part 10 file; one that is stored already is left as it is. */
  store(bytes: Uint8Array): Promise<OrthancId> {
    return this.#store(() => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes.length);
  }

  /** Stores the Part 10 file that lies at a path: it is never in memory at once, unless it is small. */
  async storeFile(path: string): Promise<OrthancId> {
    const { size } = await stat(path);
    if (size <= SMALL_FILE_BYTES) return this.store(await readFile(path));
    return this.#store(() => createReadStream(path), size);
  }

  /** `body`: made anew for every attempt. */
  async #store(body: () => Buffer | Readable, length: number): Promise<OrthancId> {
    const { ID } = await this.#answer(Stored, () => ({
      method: 'POST',
      url: '/instances',
      data: body(),
      headers: { 'Content-Type': 'application/dicom', 'Content-Length': length },
    }));
    return ID;
  }

  /** Tells a copied study apart from originals: by the job that made it, and by a label where Orthanc has labels. */
  async markCopy(study: OrthancId, job: string): Promise<void> {
    await this.#request({
      method: 'PUT',
      url: `/studies/${study}/metadata/${JOB_METADATA}`,
      data: job,
      headers: { 'Content-Type': 'text/plain' },
    });
    this.#hasLabels ??= this.#answer(System, { url: '/system' }).then(({ HasLabels }) => HasLabels);
    if (await this.#hasLabels)
      await this.#request({ method: 'PUT', url: `/studies/${study}/labels/${COPY_LABEL}` });
  }

  /** The job that last stored copies in a study, or null where the study is no copy of ours. */
  async jobOf(study: OrthancId): Promise<string | null> {
    const url = `/studies/${study}/metadata/${JOB_METADATA}`;
    return this.#unlessMissing(this.#answer(z.string(), { url, responseType: 'text' }), null);
  }

  /** Deletes an instance; one that is not there any more is deleted. */
  async delete(instance: OrthancId): Promise<void> {
    await this.#unlessMissing(this.#request({ method: 'DELETE', url: `/instances/${instance}` }), undefined);
  }

  async #unlessMissing<T, U>(answer: Promise<T>, missing: U): Promise<T | U> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof CodedError && error.code === 'ORTHANC_NOT_FOUND') return missing;
      throw error;
    }
  }
}
