import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { OrthancClient } from '../../../../server-plugin/src/orthanc/orthancClient.ts';

/** What a server is asked to change while two studies are marked. */
const changesAt = async (system: object): Promise<readonly string[]> => {
  const changes: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'PUT') changes.push(request.url ?? '');
    response.end(JSON.stringify(request.url === '/system' ? system : {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new OrthancClient({ url: `http://127.0.0.1:${port}`, headers: {} });
  try {
    for (const study of ['a', 'b']) await client.markCopy(study, 'a job');
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return changes;
};

describe('a copied study', () => {
  it('has metadata and a label where the server has labels, as Orthanc 1.12 says', async () => {
    expect(await changesAt({ Version: '1.12.9', HasLabels: true })).toEqual([
      '/studies/a/metadata/4242',
      '/studies/a/labels/pseudonymized',
      '/studies/b/metadata/4242',
      '/studies/b/labels/pseudonymized',
    ]);
  });

  it('has metadata only where the server has no labels, as Orthanc 1.10', async () => {
    expect(await changesAt({ Version: '1.10.1' })).toEqual([
      '/studies/a/metadata/4242',
      '/studies/b/metadata/4242',
    ]);
  });
});
