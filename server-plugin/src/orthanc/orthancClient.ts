import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { ImageSize } from '@pseudonymize-redact/core/pixels';
import { z } from 'zod';
import type { OrthancAccess } from '../config/config.ts';
import { OrthancRequests, unlessMissing } from './orthancRequests.ts';

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
const ImageTags = z.object({
  Rows: z.string().default(''),
  Columns: z.string().default(''),
  NumberOfFrames: z.string().default('1'),
});
const Stored = z.object({ ID: z.string() });
const System = z.object({ HasLabels: z.boolean().default(false) });

/** Every Orthanc has numeric user metadata from 1024 on, without any configuration; this one, of a study, names the job of a copy. */
export const JOB_METADATA = 4242;
/** Orthanc 1.12 and later show labels of studies, and search by them. */
export const COPY_LABEL = 'pseudonymized';

/** Sent from memory: streaming costs more than it saves. */
const SMALL_FILE_BYTES = 8 * 2 ** 20;

/** Orthanc's REST API, as far as the bridge needs it. All methods throw CodedError ORTHANC_…. */
export class OrthancClient {
  readonly #requests: OrthancRequests;
  #hasLabels: Promise<boolean> | undefined;

  /** @param attempts how often a call is made before a lost connection counts */
  constructor(access: OrthancAccess, attempts?: number) {
    this.#requests = new OrthancRequests(access, attempts);
  }

  /** Whether it answers and lets us in. */
  async check(): Promise<void> {
    await this.#requests.send({ url: '/system' });
  }

  /** The names of its plugins. */
  plugins(): Promise<readonly string[]> {
    return this.#requests.answer(z.array(z.string()), { url: '/plugins' });
  }

  /** The study that has a UID, or null. @throws CodedError STUDY_AMBIGUOUS where two patients have one with that UID */
  async findStudy(studyInstanceUID: string): Promise<OrthancId | null> {
    const found = await this.#requests.answer(Lookup, {
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
    return this.#requests.answer(z.array(z.string()), {
      method: 'POST',
      url: '/tools/find',
      data: { Level: 'Study', CaseSensitive: false, Query: query },
    });
  }

  /** The studies of patients with exactly this Patient ID. */
  async studiesOfPatient(patientID: string): Promise<readonly OrthancId[]> {
    const found = await this.#requests.answer(FoundStudies, {
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
    const series = await this.#requests.answer(SeriesList, { url: `/studies/${study}/series` });
    return series.map(({ ID, MainDicomTags }) => ({
      id: ID,
      seriesInstanceUID: MainDicomTags.SeriesInstanceUID,
    }));
  }

  async instancesOf(study: OrthancId): Promise<readonly OrthancInstance[]> {
    const instances = await this.#requests.answer(Instances, { url: `/studies/${study}/instances` });
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
      const answer = await this.#requests.answer(Resource, { url: `/instances/${instance}${path}` });
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
    return unlessMissing(all, null);
  }

  /** Empty where Orthanc does not know. */
  async kindOf(instance: OrthancId): Promise<InstanceKind> {
    const metadata = await this.#requests.answer(Metadata, { url: `/instances/${instance}/metadata?expand` });
    return { sopClassUID: metadata.SopClassUid, transferSyntaxUID: metadata.TransferSyntax };
  }

  /** From the header alone; null where it tells no size, as of what is no image. */
  async imageSizeOf(instance: OrthancId): Promise<ImageSize | null> {
    const url = `/instances/${instance}/simplified-tags`;
    const { Rows, Columns, NumberOfFrames } = await this.#requests.answer(ImageTags, { url });
    const [rows, columns, numberOfFrames] = [Rows, Columns, NumberOfFrames].map(Number);
    return rows && columns && numberOfFrames ? { rows, columns, numberOfFrames } : null;
  }

  /** A hash of an instance's file as it was stored; null where Orthanc keeps none. */
  async contentOf(instance: OrthancId): Promise<string | null> {
    const url = `/instances/${instance}/attachments/dicom/md5`;
    return unlessMissing(this.#requests.answer(z.string(), { url, responseType: 'text' }), null);
  }

  /** The Part 10 file as it was stored. */
  file(instance: OrthancId): Promise<Uint8Array> {
    return this.#requests.answer(z.instanceof(Buffer), {
      url: `/instances/${instance}/file`,
      responseType: 'arraybuffer',
    });
  }

  /** Writes the Part 10 file, as it was stored, to a path: it is never in memory at once. */
  async download(instance: OrthancId, path: string): Promise<void> {
    await this.#requests.stream(`/instances/${instance}/file`, () =>
      createWriteStream(path, { mode: 0o600 }),
    );
  }

  /** MD5 of the Part 10 file, in hexadecimal. */
  async md5Of(instance: OrthancId): Promise<string> {
    const kept = await this.contentOf(instance);
    if (kept !== null && /^[0-9a-f]{32}$/.test(kept)) return kept;
    // A server can be told to keep none.
    const hash = createHash('md5');
    const body = await this.#requests.answer(z.instanceof(Readable), {
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
    const { ID } = await this.#requests.answer(Stored, () => ({
      method: 'POST',
      url: '/instances',
      data: body(),
      headers: { 'Content-Type': 'application/dicom', 'Content-Length': length },
    }));
    return ID;
  }

  /** Tells a copied study apart from originals: by the job that made it, and by a label where Orthanc has labels. */
  async markCopy(study: OrthancId, job: string): Promise<void> {
    await this.#requests.send({
      method: 'PUT',
      url: `/studies/${study}/metadata/${JOB_METADATA}`,
      data: job,
      headers: { 'Content-Type': 'text/plain' },
    });
    this.#hasLabels ??= this.#requests.answer(System, { url: '/system' }).then(({ HasLabels }) => HasLabels);
    if (await this.#hasLabels)
      await this.#requests.send({ method: 'PUT', url: `/studies/${study}/labels/${COPY_LABEL}` });
  }

  /** The job that last stored copies in a study, or null where the study is no copy of ours. */
  async jobOf(study: OrthancId): Promise<string | null> {
    const url = `/studies/${study}/metadata/${JOB_METADATA}`;
    return unlessMissing(this.#requests.answer(z.string(), { url, responseType: 'text' }), null);
  }

  /** Deletes an instance; one that is not there any more is deleted. */
  async delete(instance: OrthancId): Promise<void> {
    await unlessMissing(this.#requests.send({ method: 'DELETE', url: `/instances/${instance}` }), undefined);
  }
}
