// The search in the real worker in real Chromium: the part of `npm run bench:detection -- --browser`.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { SourceImage } from '@pseudonymize-redact/core/text-detection';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../test/browser/chromium.ts';
import { textImage } from '../../test/synthetic/textImages/textImage.ts';
import { SECURITY_HEADERS } from '../src/http/securityHeaders.ts';
import { WORKER_FOLDER } from '../src/start/checkout.ts';

const SIDE = 1024;
/** A picture of 1024 × 768 pixels. */
const SEED = 1016;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** The built extension; with the headers of the bridge the page is cross-origin isolated and may use threads. */
const serve = async (isIsolated: boolean): Promise<Server> => {
  const server = createServer(({ url = '/' }, response) => {
    const headers = isIsolated ? SECURITY_HEADERS : {};
    const path = normalize(url.replace(/\?.*/, ''));
    if (path === '/')
      return response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<!doctype html>');
    try {
      const body = readFileSync(join(WORKER_FOLDER, path));
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      return response.writeHead(200, { ...headers, 'content-type': type }).end(body);
    } catch {
      return response.writeHead(404, headers).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

/** 1024 × 1024 grey values: a picture of the synthetic set, continued below with its own beginning. */
const squarePicture = async (): Promise<Uint8Array> => {
  const { image } = await textImage(SEED);
  const grey = new Uint8Array(SIDE * SIDE);
  for (let i = 0; i < grey.length; i += 1)
    grey[i] = image.pixels[4 * (i % (image.rows * image.columns))] ?? 0;
  return grey;
};

interface Times {
  /** With the loading of runtime and models. */
  readonly firstSearchMs: number;
  readonly firstBoxesMs: number;
  readonly allPassesMs: number;
  readonly firstBoxes: number;
  readonly allBoxes: number;
  /** The longest time in which the page could not act. */
  readonly longestBlockMs: number;
}

/** Runs in the page. */
const measure = async (base64: string): Promise<Times> => {
  const pixels = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const side = Math.sqrt(pixels.length);
  const worker = new Worker('/worker.js', { type: 'module' });
  const search = (id: number): Promise<Omit<Times, 'firstSearchMs' | 'longestBlockMs'>> =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      let [firstBoxesMs, firstBoxes] = [0, 0];
      worker.onmessage = ({ data }: MessageEvent<{ type: string; texts: unknown[]; code?: string }>) => {
        const ms = performance.now() - start;
        if (data.type === 'firstTexts') [firstBoxesMs, firstBoxes] = [ms, data.texts.length];
        if (data.type === 'failed') reject(new Error(data.code));
        if (data.type === 'done')
          resolve({ firstBoxesMs, firstBoxes, allPassesMs: ms, allBoxes: data.texts.length });
      };
      const image: SourceImage = {
        rows: side,
        columns: side,
        samplesPerPixel: 1,
        pixels: pixels.slice(),
        invert: false,
      };
      worker.postMessage({ type: 'detect', id, image, series: null }, [image.pixels.buffer]);
    });

  let [last, longestBlockMs] = [performance.now(), 0];
  const watch = setInterval(() => {
    const now = performance.now();
    longestBlockMs = Math.max(longestBlockMs, now - last - 4);
    last = now;
  }, 4);
  const firstSearch = await search(1);
  const second = await search(2);
  clearInterval(watch);
  worker.terminate();
  return { ...second, firstSearchMs: firstSearch.firstBoxesMs, longestBlockMs };
};

const report = async (page: Page, address: string, picture: string): Promise<void> => {
  await page.goto(address);
  const isolated = await page.evaluate(() => crossOriginIsolated);
  const times = await page.evaluate(measure, picture);
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  console.log(
    `${isolated ? 'cross-origin isolated, threads' : 'one thread'}: first boxes ${ms(times.firstBoxesMs)} (${times.firstBoxes}), ` +
      `all passes ${ms(times.allPassesMs)} (${times.allBoxes}), with loading ${ms(times.firstSearchMs)}, ` +
      `longest block of the page ${ms(times.longestBlockMs)}`,
  );
};

/** Prints how long the search of a picture of 1024² pixels takes in Chromium; wants `npm run build` before it. */
export const benchBrowser = async (): Promise<void> => {
  const picture = Buffer.from(await squarePicture()).toString('base64');
  const browser = await launchChromium();
  try {
    console.log('\nIn Chromium, 1024 × 1024 pixels, WebAssembly:');
    for (const isIsolated of [false, true]) {
      const server = await serve(isIsolated);
      const page = await browser.newPage();
      const { port } = server.address() as AddressInfo;
      await report(page, `http://127.0.0.1:${port}/`, picture);
      await page.close();
      server.close();
    }
  } finally {
    await browser.close();
  }
};
