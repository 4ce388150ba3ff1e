import { describe, expect, it, vi } from 'vitest';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Infer, SourceImage, TextModels, TurnedSearch } from '@pseudonymize-redact/core/text-detection';
import { serveDetection } from '../../../../extension/src/detection/detectionService.ts';
import type {
  DetectionReply,
  DetectionRequest,
} from '../../../../extension/src/detection/detectionMessages.ts';

const IMAGE: SourceImage = {
  rows: 64,
  columns: 64,
  samplesPerPixel: 1,
  pixels: Uint8Array.from({ length: 64 * 64 }, (_, i) => i % 256),
  invert: false,
};

const findsNothing: Infer = ({ dims: [, , height = 0, width = 0] }) =>
  Promise.resolve({ data: new Float32Array(width * height), dims: [1, 1, height, width] });

const modelsOf = (detector: Infer): TextModels => ({ detector, loadReader: null });

/** A worker's scope whose messages the test sends and reads; `last` resolves with the reply that ends a search. */
const fakeScope = () => {
  const replies: DetectionReply[] = [];
  let send: (request: DetectionRequest) => void = () => undefined;
  let ended: (reply: DetectionReply) => void = () => undefined;
  const scope = {
    postMessage: (reply: DetectionReply) => {
      replies.push(reply);
      if (reply.type !== 'progress' && reply.type !== 'firstTexts') ended(reply);
    },
    addEventListener: (_: 'message', listener: (event: { readonly data: DetectionRequest }) => void) => {
      send = (data) => listener({ data });
    },
  };
  const search = (
    id: number,
    image = IMAGE,
    series: string | null = null,
    turnedSearch: TurnedSearch = 'evidence',
  ): Promise<DetectionReply> =>
    new Promise((resolve) => {
      ended = resolve;
      send({ type: 'detect', id, image, series, turnedSearch });
    });
  return { scope, replies, search, send: (request: DetectionRequest) => send(request) };
};

describe('the detection worker', () => {
  it('answers a search with progress, the first texts and the texts', async () => {
    const { scope, replies, search } = fakeScope();
    serveDetection(scope, () => Promise.resolve(modelsOf(findsNothing)));
    expect(await search(1)).toEqual({ type: 'done', id: 1, texts: [] });
    expect(replies.map(({ type }) => type)).toEqual([
      'progress',
      'progress',
      'progress',
      'firstTexts',
      'progress',
      'progress',
      'done',
    ]);
    const fractions = replies.flatMap((reply) => (reply.type === 'progress' ? [reply.fraction] : []));
    expect(fractions.at(0)).toBe(0);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });

  it('loads the model before it is asked for anything', () => {
    const load = vi.fn(() => Promise.resolve(modelsOf(findsNothing)));
    serveDetection(fakeScope().scope, load);
    expect(load).toHaveBeenCalledOnce();
  });

  it('loads the model once, and again only after it failed', async () => {
    const { scope, search } = fakeScope();
    const load = vi
      .fn<() => Promise<TextModels>>()
      .mockRejectedValueOnce(new CodedError('DETECTION_MODEL_UNAVAILABLE', 'model'))
      .mockResolvedValue(modelsOf(findsNothing));
    serveDetection(scope, load);
    expect(await search(1)).toEqual({
      type: 'failed',
      id: 1,
      code: 'DETECTION_MODEL_UNAVAILABLE',
      where: 'model',
    });
    expect(await search(2)).toMatchObject({ type: 'done' });
    expect(await search(3)).toMatchObject({ type: 'done' });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('stops between two runs of the model when it is told to', async () => {
    const { scope, search, send } = fakeScope();
    const infer = vi.fn<Infer>((input) => {
      send({ type: 'cancel', id: 1 });
      return findsNothing(input);
    });
    serveDetection(scope, () => Promise.resolve(modelsOf(infer)));
    expect(await search(1)).toEqual({ type: 'cancelled', id: 1 });
    expect(infer).toHaveBeenCalledOnce();
  });

  it('[TD-16] does not search again what an image of the same series has shown, and searches again in another one', async () => {
    const { scope, search } = fakeScope();
    const infer = vi.fn<Infer>(findsNothing);
    serveDetection(scope, () => Promise.resolve(modelsOf(infer)));
    await search(1, IMAGE, 'a');
    const calls = infer.mock.calls.length;
    expect(calls).toBeGreaterThan(0);
    expect(await search(2, IMAGE, 'a')).toEqual({ type: 'done', id: 2, texts: [] });
    expect(infer).toHaveBeenCalledTimes(calls);
    await search(3, IMAGE, 'b');
    expect(infer).toHaveBeenCalledTimes(2 * calls);
    await search(4);
    expect(infer).toHaveBeenCalledTimes(3 * calls);
  });

  it('forgets what images of a series have shown when it is told to, but keeps the model', async () => {
    const { scope, search, send } = fakeScope();
    const infer = vi.fn<Infer>(findsNothing);
    const load = vi.fn(() => Promise.resolve(modelsOf(infer)));
    serveDetection(scope, load);
    await search(1, IMAGE, 'a');
    const calls = infer.mock.calls.length;
    send({ type: 'forget' });
    await search(2, IMAGE, 'a');
    expect(infer).toHaveBeenCalledTimes(2 * calls);
    expect(load).toHaveBeenCalledOnce();
  });

  it('[TD-11] searches turned where it is asked to, what an image of the series has shown unturned as well', async () => {
    const { scope, search } = fakeScope();
    const infer = vi.fn<Infer>(findsNothing);
    const loadReader = () => Promise.resolve({ infer: findsNothing, characters: [] });
    serveDetection(scope, () => Promise.resolve({ detector: infer, loadReader }));
    await search(1, IMAGE, 'a');
    const calls = infer.mock.calls.length;
    await search(2, IMAGE, 'a', 'always');
    expect(infer).toHaveBeenCalledTimes(2 * calls + 1);
    await search(3, IMAGE, 'a', 'always');
    expect(infer).toHaveBeenCalledTimes(2 * calls + 1);
  });

  it('tells a code for any failure', async () => {
    const { scope, search } = fakeScope();
    serveDetection(scope, () => Promise.resolve(modelsOf(() => Promise.reject(new Error('out of memory')))));
    expect(await search(1)).toEqual({ type: 'failed', id: 1, code: 'DETECTION_FAILED', where: null });
    expect(await search(2, { ...IMAGE, rows: 63 })).toMatchObject({ code: 'DETECTION_IMAGE_INVALID' });
  });
});
