import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DetectionClient } from '../../../../extension/src/detection/detectionClient.ts';
import { KEPT_MS, keepClient } from '../../../../extension/src/detection/keptClient.ts';

const fakeClient = () => {
  let ended = false;
  return {
    detect: vi.fn<DetectionClient['detect']>(),
    forget: vi.fn<() => void>(),
    hasEnded: () => ended,
    dispose: vi.fn(() => {
      ended = true;
    }),
  };
};

describe('the client that is kept', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const clientsOf = () => {
    const clients: ReturnType<typeof fakeClient>[] = [];
    const kept = keepClient(() => {
      const client = fakeClient();
      clients.push(client);
      return client;
    });
    return { clients, kept };
  };

  it('serves the next study, and has forgotten the last one', () => {
    const { clients, kept } = clientsOf();
    const first = kept.take();
    kept.leave();
    expect(clients[0]?.forget).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(KEPT_MS - 1);
    expect(kept.take()).toBe(first);
    vi.advanceTimersByTime(2 * KEPT_MS);
    expect(first.hasEnded()).toBe(false);
    expect(clients).toHaveLength(1);
  });

  it('ends when no study follows, and a later one has its own', () => {
    const { clients, kept } = clientsOf();
    const first = kept.take();
    kept.leave();
    vi.advanceTimersByTime(KEPT_MS);
    expect(clients[0]?.dispose).toHaveBeenCalledOnce();
    expect(kept.take()).not.toBe(first);
  });

  it('is another after its worker has broken', () => {
    const { clients, kept } = clientsOf();
    const first = kept.take();
    clients[0]?.dispose();
    kept.leave();
    expect(kept.take()).not.toBe(first);
  });
});
