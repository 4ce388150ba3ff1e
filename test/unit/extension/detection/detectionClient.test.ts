import { describe, expect, it, vi } from 'vitest';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { SourceImage } from '@pseudonymize-redact/core/text-detection';
import {
  connectDetectionClient,
  type DetectionPort,
} from '../../../../extension/src/detection/detectionClient.ts';
import type {
  DetectionReply,
  DetectionRequest,
} from '../../../../extension/src/detection/detectionMessages.ts';

const imageOf = (value: number): SourceImage => ({
  rows: 1,
  columns: 1,
  samplesPerPixel: 1,
  pixels: Uint8Array.of(value),
  invert: false,
});

/** The page's side of a worker whose answers the test gives. */
const fakePort = () => {
  const sent: DetectionRequest[] = [];
  const listeners: { message?: (event: { readonly data: DetectionReply }) => void; error?: () => void } = {};
  const terminate = vi.fn<() => void>();
  const port: DetectionPort = {
    postMessage: (message) => sent.push(message),
    addEventListener: (type: 'message' | 'error', listener: never) => {
      listeners[type] = listener;
    },
    terminate,
  };
  const searched = (): (number | undefined)[] =>
    sent.flatMap((message) => (message.type === 'detect' ? [message.image.pixels[0]] : []));
  const lastId = (): number =>
    sent.flatMap((message) => (message.type === 'detect' ? [message.id] : [])).at(-1) ?? 0;
  return {
    port,
    terminate,
    sent,
    searched,
    lastId,
    reply: (data: DetectionReply) => listeners.message?.({ data }),
    fail: () => listeners.error?.(),
  };
};

describe('the client of the detection worker', () => {
  it('gives the worker one search at a time, the displayed image before waiting ones', async () => {
    const { port, searched, lastId, reply } = fakePort();
    const client = connectDetectionClient(port);
    const first = client.detect(imageOf(1));
    void client.detect(imageOf(2), { priority: 'background' });
    void client.detect(imageOf(3));
    expect(searched()).toEqual([1]);
    reply({ type: 'done', id: lastId(), texts: [] });
    expect(await first).toEqual([]);
    expect(searched()).toEqual([1, 3]);
    reply({ type: 'done', id: lastId(), texts: [] });
    expect(searched()).toEqual([1, 3, 2]);
  });

  it('stops a background search for a displayed image and starts it again afterwards', async () => {
    const { port, sent, searched, lastId, reply } = fakePort();
    const client = connectDetectionClient(port);
    const background = client.detect(imageOf(1), { priority: 'background' });
    const stopped = lastId();
    const displayed = client.detect(imageOf(2));
    expect(sent.at(-1)).toEqual({ type: 'cancel', id: stopped });
    reply({ type: 'cancelled', id: stopped });
    expect(searched()).toEqual([1, 2]);
    reply({ type: 'done', id: lastId(), texts: [] });
    await displayed;
    expect(searched()).toEqual([1, 2, 1]);
    reply({ type: 'done', id: lastId(), texts: [] });
    expect(await background).toEqual([]);
  });

  it('rejects with the signal’s reason, whether the search waits or runs', async () => {
    const { port, searched, lastId, reply } = fakePort();
    const client = connectDetectionClient(port);
    const controllers = [new AbortController(), new AbortController()] as const;
    const running = client.detect(imageOf(1), { signal: controllers[0].signal });
    const waiting = client.detect(imageOf(2), { signal: controllers[1].signal });
    controllers[1].abort(new Error('scrolled on'));
    await expect(waiting).rejects.toThrow('scrolled on');
    controllers[0].abort(new Error('closed'));
    reply({ type: 'cancelled', id: lastId() });
    await expect(running).rejects.toThrow('closed');
    expect(searched()).toEqual([1]);
  });

  it('tells nothing more of a search that was aborted, and starts the next one when the worker has ended it', async () => {
    const { port, searched, lastId, reply } = fakePort();
    const client = connectDetectionClient(port);
    const controller = new AbortController();
    const onProgress = vi.fn();
    const onFirstTexts = vi.fn();
    const aborted = client.detect(imageOf(1), { signal: controller.signal, onProgress, onFirstTexts });
    const next = client.detect(imageOf(2));
    controller.abort(new Error('closed'));
    await expect(aborted).rejects.toThrow('closed');
    const id = lastId();
    reply({ type: 'progress', id, fraction: 0.5 });
    reply({ type: 'firstTexts', id, texts: [] });
    expect(onProgress).not.toHaveBeenCalled();
    expect(onFirstTexts).not.toHaveBeenCalled();
    expect(searched()).toEqual([1]);
    reply({ type: 'cancelled', id });
    expect(searched()).toEqual([1, 2]);
    reply({ type: 'done', id: lastId(), texts: [] });
    expect(await next).toEqual([]);
  });

  it('passes on progress, first texts and coded errors, and leaves the caller’s pixels alone', async () => {
    const { port, sent, lastId, reply } = fakePort();
    const client = connectDetectionClient(port);
    const image = imageOf(9);
    const onProgress = vi.fn();
    const onFirstTexts = vi.fn();
    const search = client.detect(image, { onProgress, onFirstTexts });
    reply({ type: 'progress', id: lastId(), fraction: 0.5 });
    reply({ type: 'firstTexts', id: lastId(), texts: [] });
    reply({ type: 'failed', id: lastId(), code: 'DETECTION_MODEL_UNAVAILABLE', where: 'model' });
    await expect(search).rejects.toThrow(new CodedError('DETECTION_MODEL_UNAVAILABLE', 'model'));
    expect(onProgress).toHaveBeenCalledWith(0.5);
    expect(onFirstTexts).toHaveBeenCalledWith([]);
    expect(sent[0]).toMatchObject({ image: { pixels: Uint8Array.of(9) } });
    expect(sent[0]?.type === 'detect' && sent[0].image.pixels).not.toBe(image.pixels);
  });

  it('has the worker forget what it has seen', () => {
    const { port, sent } = fakePort();
    const client = connectDetectionClient(port);
    client.forget();
    expect(sent).toEqual([{ type: 'forget' }]);
    expect(client.hasEnded()).toBe(false);
  });

  it('ends the worker and every search with it', async () => {
    const { port, terminate } = fakePort();
    const client = connectDetectionClient(port);
    const searches = [client.detect(imageOf(1)), client.detect(imageOf(2))];
    client.dispose();
    expect(terminate).toHaveBeenCalledOnce();
    expect(client.hasEnded()).toBe(true);
    for (const search of searches) await expect(search).rejects.toThrow(new CodedError('DETECTION_ENDED'));
    await expect(client.detect(imageOf(3))).rejects.toThrow(new CodedError('DETECTION_ENDED'));
  });

  it('fails every search when the worker breaks', async () => {
    const { port, fail } = fakePort();
    const client = connectDetectionClient(port);
    const search = client.detect(imageOf(1));
    fail();
    await expect(search).rejects.toThrow(new CodedError('DETECTION_FAILED'));
  });
});
