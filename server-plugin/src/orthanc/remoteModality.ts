import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { OrthancRequests } from './orthancRequests.ts';

const NOT_REACHED = 'HTTP status 500';

/** Orthanc answers with status 500 whatever a modality does wrong. */
const unlessFailed = async (answer: Promise<unknown>): Promise<boolean> => {
  try {
    await answer;
    return true;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    if (error.code === 'ORTHANC_NOT_FOUND')
      throw new CodedError('DESTINATION_INVALID', 'Orthanc knows no modality of that name');
    if (error.code === 'ORTHANC_REFUSED' && error.where === NOT_REACHED) return false;
    throw error;
  }
};

/** A DICOM node that Orthanc knows by a name (DicomModalities). */
export class RemoteModality {
  readonly #requests: OrthancRequests;
  readonly #path: string;

  constructor(requests: OrthancRequests, name: string) {
    this.#requests = requests;
    this.#path = `/modalities/${encodeURIComponent(name)}`;
  }

  /** C-ECHO; false where the node does not answer. @throws CodedError ORTHANC_…, DESTINATION_INVALID */
  echo(): Promise<boolean> {
    return unlessFailed(this.#requests.send({ method: 'POST', url: `${this.#path}/echo`, data: {} }));
  }

  /**
   * C-STORE of a Part 10 file, its bytes or its path, past Orthanc's storage; false where the node does not take it.
   *
   * @throws CodedError ORTHANC_…, DESTINATION_INVALID
   */
  async send(copy: Uint8Array | string): Promise<boolean> {
    const length = typeof copy === 'string' ? (await stat(copy)).size : copy.byteLength;
    return unlessFailed(
      this.#requests.send(() => ({
        method: 'POST',
        url: `${this.#path}/store-straight`,
        data:
          typeof copy === 'string'
            ? createReadStream(copy)
            : Buffer.from(copy.buffer, copy.byteOffset, copy.byteLength),
        headers: { 'Content-Type': 'application/dicom', 'Content-Length': length },
      })),
    );
  }
}
