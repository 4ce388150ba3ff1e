import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AdaptiveLimit } from '../../../../server-plugin/src/orthanc/adaptiveLimit.ts';
import { OrthancClient } from '../../../../server-plugin/src/orthanc/orthancClient.ts';

const MOST = 8;
const FAST_MS = 10;
const SLOW_MS = 60_000;

describe('the number of requests at once', () => {
  it('is halved when the server is overloaded, once for all that ran together', async () => {
    const limit = new AdaptiveLimit(MOST);
    const leaves = await Promise.all(Array.from({ length: MOST }, () => limit.enter()));
    for (const leave of leaves) leave('overloaded', FAST_MS);
    expect(limit.limit).toBe(MOST / 2);
  });

  it('falls by one for slow answers, never below one', async () => {
    const limit = new AdaptiveLimit(2);
    for (let at = 0; at < MOST; at++) (await limit.enter())('answered', SLOW_MS);
    expect(limit.limit).toBe(1);
  });

  it('grows again by one for as many answers in a row as run at once', async () => {
    const limit = new AdaptiveLimit(MOST);
    (await limit.enter())('overloaded', FAST_MS);
    for (let at = 0; at < MOST / 2; at++) (await limit.enter())('answered', FAST_MS);
    expect(limit.limit).toBe(MOST / 2 + 1);
    for (let at = 0; at < MOST * MOST; at++) (await limit.enter())('answered', FAST_MS);
    expect(limit.limit).toBe(MOST);
  });

  it('lets in first who came first, and no more than it says', async () => {
    const limit = new AdaptiveLimit(2);
    const order: number[] = [];
    const enter = async (name: number): Promise<() => void> => {
      const leave = await limit.enter();
      order.push(name);
      return () => leave('answered', FAST_MS);
    };
    const all = [1, 2, 3, 4].map(enter);
    const leaveFirst = await all[0];
    expect(order).toEqual([1, 2]);
    leaveFirst?.();
    await all[2];
    expect(order).toEqual([1, 2, 3]);
    (await all[1])?.();
    await all[3];
    expect(order).toEqual([1, 2, 3, 4]);
  });
});

describe('a server that takes two requests at once', () => {
  it('is asked less at once, and answers everything in the end', async () => {
    const TAKEN_AT_ONCE = 2;
    const REQUESTS = 60;
    let running = 0;
    let refused = 0;
    const server = createServer((_request, response) => {
      if (running >= TAKEN_AT_ONCE) {
        refused++;
        response.writeHead(503).end();
        return;
      }
      running++;
      setImmediate(() => {
        running--;
        response.end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new OrthancClient({ url: `http://127.0.0.1:${port}`, headers: {} }, 8);
    try {
      await Promise.all(Array.from({ length: REQUESTS }, () => client.check()));
    } finally {
      server.closeAllConnections();
      server.close();
    }
    expect(refused).toBeLessThan(REQUESTS);
  });
});
