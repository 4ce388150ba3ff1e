import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { accessOf } from '../../../../server-plugin/src/destinations/destinationAccess.ts';
import { DestinationSetting } from '../../../../server-plugin/src/destinations/destinationSetting.ts';
import { partOf } from '../../../../server-plugin/src/destinations/copiesByWado.ts';
import { multipartOf } from '../../../../server-plugin/src/destinations/multipart.ts';
import {
  checkStoreResponse,
  stowDestination,
} from '../../../../server-plugin/src/destinations/stowDestination.ts';
import { recordTypeOf } from '../../../../server-plugin/src/destinations/zip/recordTypes.ts';
import { OrthancRequests } from '../../../../server-plugin/src/orthanc/orthancRequests.ts';
import { copyPath } from '../../../../server-plugin/src/files/copyPath.ts';

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-destination-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the setting of a destination', () => {
  it('bears no credentials in an address', () => {
    const parse = (url: string): boolean => DestinationSetting.safeParse({ kind: 'orthanc', url }).success;
    expect(parse('https://archive.example.org/orthanc/')).toBe(true);
    expect(parse('https://user:word@archive.example.org')).toBe(false);
    expect(parse('file:///etc/passwd')).toBe(false);
  });

  it('reads secrets from a file that nobody else reads, or from a variable', () => {
    const open = join(root, 'open');
    writeFileSync(open, 'archive:word', { mode: 0o644 });
    writeFileSync(join(root, 'closed'), 'archive:wo:rd\n', { mode: 0o600 });
    const places = { dataFolder: root, environment: { TOKEN: 'X-Token: abc' } };
    const url = 'https://archive.example.org';
    expect(accessOf({ kind: 'stow', url, login: { file: 'closed' } }, places).headers).toEqual({
      authorization: `Basic ${Buffer.from('archive:wo:rd').toString('base64')}`,
    });
    expect(accessOf({ kind: 'stow', url, tokenHeader: { variable: 'TOKEN' } }, places).headers).toEqual({
      'X-Token': 'abc',
    });
    for (const login of [{ file: 'open' }, { file: 'missing' }, { variable: 'MISSING' }])
      expect(() => accessOf({ kind: 'orthanc', url, login }, places)).toThrow(
        expect.objectContaining({ code: 'DESTINATION_INVALID' }),
      );
  });
});

describe('STOW-RS', () => {
  const stored = (...uids: readonly string[]): object => ({
    '00081199': { vr: 'SQ', Value: uids.map((uid) => ({ '00081155': { vr: 'UI', Value: [uid] } })) },
  });
  const failed = (reason: number): object => ({
    ...stored('1.2'),
    '00081198': {
      vr: 'SQ',
      Value: [{ '00081155': { vr: 'UI', Value: ['1.3'] }, '00081197': { vr: 'US', Value: [reason] } }],
    },
  });

  it('takes nothing for stored that the answer does not name', () => {
    expect(() => checkStoreResponse(stored('1.2', '1.3'), ['1.3', '1.2'])).not.toThrow();
    for (const answer of [stored('1.2'), {}, '', null])
      expect(() => checkStoreResponse(answer, ['1.2', '1.3'])).toThrow(
        expect.objectContaining({ code: 'DESTINATION_REFUSED' }),
      );
  });

  it('tells the reason of a failure, and tries again what may pass', () => {
    expect(() => checkStoreResponse(failed(0xa700), ['1.2'])).toThrow(
      expect.objectContaining({ code: 'DESTINATION_UNREACHABLE', where: 'Failure Reason A700H' }),
    );
    expect(() => checkStoreResponse(failed(0x0122), ['1.2'])).toThrow(
      expect.objectContaining({ code: 'DESTINATION_REFUSED', where: 'Failure Reason 0122H' }),
    );
  });

  it('needs no search in the archive, but an answer', async () => {
    let status = 200;
    const server = createServer((_request, response) => {
      response.writeHead(status).end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const requests = new OrthancRequests({ url: `http://127.0.0.1:${port}`, headers: {} }, 1);
    const archive = stowDestination(requests, root);
    const check = (answered: number): Promise<void> => {
      status = answered;
      return archive.check();
    };
    try {
      for (const answered of [200, 404, 405, 501]) await check(answered);
      await expect(check(401)).rejects.toMatchObject({ code: 'DESTINATION_UNAUTHORIZED' });
      await expect(check(503)).rejects.toMatchObject({ code: 'DESTINATION_UNREACHABLE' });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('finds the one part of an answer', () => {
    const whole = '--edge-1\r\nContent-Type: application/dicom\r\n\r\nbytes\r\n--of a file\r\n--edge-1--\r\n';
    const body = Buffer.from(whole);
    const { start, end } = partOf(body, body, body.length);
    expect(whole.slice(start, end)).toBe('bytes\r\n--of a file');
    const tail = body.subarray(-20);
    expect(partOf(body, tail, body.length)).toEqual({ start, end });
    expect(() => partOf(Buffer.from('{}'), Buffer.from('{}'), 2)).toThrow(
      expect.objectContaining({ code: 'DESTINATION_REFUSED' }),
    );
  });

  it('sends files from memory and from the disk, as long as it says', async () => {
    const path = join(root, 'copy');
    writeFileSync(path, 'on the disk');
    const body = await multipartOf([Buffer.from('in memory'), path], 'edge');
    const bytes = await buffer(body.open());
    expect(bytes).toHaveLength(body.length);
    expect(bytes.toString()).toBe(
      ['in memory', 'on the disk']
        .map((text) => `--edge\r\nContent-Type: application/dicom\r\n\r\n${text}\r\n`)
        .join('') + '--edge--\r\n',
    );
    // Another attempt sends all of it anew.
    expect(await buffer(body.open())).toEqual(bytes);
  });
});

describe('names', () => {
  it('stay inside the folder, whatever an administrator calls patients', () => {
    const uids = { studyInstanceUID: '1.2', seriesInstanceUID: '1.3', sopInstanceUID: '1.4' };
    expect(copyPath({ ...uids, patientID: '../..' })).toBe(
      join('_..', '1.2', '1.3', '1.4.dcm').replace('_..', '__..'),
    );
    expect(copyPath({ ...uids, patientID: '' })).toBe(join('unknown', '1.2', '1.3', '1.4.dcm'));
  });

  it('of records follow the SOP Class, the longest beginning first', () => {
    const typeOf = (suffix: string): string => recordTypeOf(`1.2.840.10008.5.1.4.1.1.${suffix}`).name;
    expect(
      ['2', '4.2', '88.22', '88.59', '481.1', '481.5', '77.1.5.4', '77.1.5.3', '131'].map(typeOf),
    ).toEqual([
      'IMAGE',
      'SPECTROSCOPY',
      'SR DOCUMENT',
      'KEY OBJECT DOC',
      'IMAGE',
      'RT PLAN',
      'IMAGE',
      'STEREOMETRIC',
      'PRIVATE',
    ]);
    expect(recordTypeOf('1.2.3').name).toBe('PRIVATE');
  });
});
