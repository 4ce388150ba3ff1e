// An Orthanc that answers at once and stores nothing: what is left of the time is the workers' own.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { studyUid } from './ctSeries.ts';

export interface StandIn {
  readonly url: string;
  /** Files that were sent to it. */
  readonly stored: () => number;
  close(): Promise<void>;
}

/** What a study of it has. */
export interface StandInStudies {
  readonly studies: number;
  readonly instances: number;
  /** The file of an instance, both from 1. */
  readonly file: (study: number, instance: number) => Buffer;
}

const drained = async (request: IncomingMessage): Promise<void> => {
  request.resume();
  await once(request, 'end');
};

export const startStandIn = async ({ studies, instances, file }: StandInStudies): Promise<StandIn> => {
  let stored = 0;
  // Made before anything is measured: it is to cost next to nothing.
  const files = new Map<string, Buffer>();
  for (let study = 1; study <= studies; study++)
    for (let instance = 1; instance <= instances; instance++)
      files.set(`/instances/instance-${study}-${instance}/file`, file(study, instance));
  const ids = Array.from({ length: studies }, (_, index) => `study-${index + 1}`);
  const instancesOf = (study: number): object[] =>
    Array.from({ length: instances }, (_, index) => ({
      ID: `instance-${study}-${index + 1}`,
      ParentSeries: `series-${study}`,
      FileSize: files.get(`/instances/instance-${study}-${index + 1}/file`)?.length ?? 0,
      MainDicomTags: { SOPInstanceUID: `${studyUid(study)}.${index + 1}` },
    }));
  const json = (response: ServerResponse, body: unknown): void => {
    const text = JSON.stringify(body);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '', method } = request;
    const bytes = files.get(url);
    if (bytes !== undefined) {
      request.resume();
      response.writeHead(200, { 'content-length': bytes.length });
      response.end(bytes);
      return;
    }
    await drained(request);
    const [, of] = /^\/studies\/study-(\d+)\/instances$/.exec(url) ?? [];
    if (of !== undefined) {
      json(response, instancesOf(Number(of)));
      return;
    }
    const [, ofSeries] = /^\/studies\/study-(\d+)\/series$/.exec(url) ?? [];
    if (ofSeries !== undefined) {
      json(response, [
        { ID: `series-${ofSeries}`, MainDicomTags: { SeriesInstanceUID: `${studyUid(Number(ofSeries))}.0` } },
      ]);
      return;
    }
    if (url === '/plugins') {
      json(response, ['dicom-web']);
      return;
    }
    if (url === '/tools/find') {
      json(response, ids);
      return;
    }
    if (url === '/tools/lookup') {
      json(response, []);
      return;
    }
    if (method === 'POST' && url === '/instances') {
      json(response, { ID: `copy-${++stored}` });
      return;
    }
    json(response, {});
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stored: () => stored,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
