import { JobRequest, ROUTES } from '@pseudonymize-redact/core/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { whiteRectangleIn, type ScreenBox } from './whiteRectangle.ts';

export type Point = readonly [x: number, y: number];

/** A search of a large image takes a while on a busy machine. */
const SEARCH_LIMIT_MS = 110_000;
/** Anything else that the page is waited for. */
const PAGE_LIMIT_MS = 60_000;
/** Of the page. */
const HEIGHT = 900;
/** Run in the page before its own scripts: counts what the worker of the search is asked to search. */
const COUNT_SEARCHES = `globalThis.searchesAsked = 0;
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message?.type === 'detect') globalThis.searchesAsked += 1;
  return postMessage.call(this, message, ...rest);
};`;
/** Run in the page. */
const ALL_SEARCHED = `(() => {
  const progress = document.querySelector('.pseudonymize-panel [data-testid=searched] progress');
  return progress !== null && progress.value >= progress.max;
})()`;

interface PageOptions {
  readonly locale?: string;
  readonly width?: number;
  readonly hasTouch?: boolean;
}

/** Pages that tests have left, by how they were opened: what a page has loaded serves the next test, as it does the next study. */
const leftPages = new WeakMap<Browser, Map<string, ViewerPage>>();

const leftPagesOf = (browser: Browser): Map<string, ViewerPage> => {
  const pages = leftPages.get(browser) ?? new Map<string, ViewerPage>();
  leftPages.set(browser, pages);
  return pages;
};

/** The viewer as a radiologist uses it: by what is written on the screen. */
export class ViewerPage {
  readonly page: Page;
  /** What the page reported as errors; texts of the console stay in the test. */
  readonly errors: string[] = [];
  /** Where the page and its worker have sent requests to. */
  readonly origins = new Set<string>();

  /** Keeps the page for who opens the next one in the same way. */
  readonly #keep: (left: ViewerPage) => void;

  private constructor(page: Page, keep: (left: ViewerPage) => void) {
    this.page = page;
    this.#keep = keep;
    page.on('pageerror', ({ message, stack }) => this.errors.push(stack ?? message));
    // The browser takes a context away then: of what was drawn with it nothing is seen any more.
    page.on('console', (message) => {
      if (message.text().includes('Too many active WebGL contexts')) this.errors.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') || protocol.startsWith('ws')) this.origins.add(origin);
    });
  }

  /** A new page, or one that was left; it shows the list of studies. */
  static async open(
    browser: Browser,
    address: string,
    { locale = 'en-US', width = 1440, hasTouch = false }: PageOptions = {},
  ): Promise<ViewerPage> {
    const left = leftPagesOf(browser);
    const key = JSON.stringify([address, locale, width, hasTouch]);
    const found = left.get(key);
    if (found !== undefined) {
      left.delete(key);
      await found.page.setViewportSize({ width, height: HEIGHT });
      await found.#goTo('/');
      await found.panel.waitFor({ state: 'detached' });
      return found;
    }
    const page = await browser.newPage({ viewport: { width, height: HEIGHT }, locale, hasTouch });
    page.setDefaultTimeout(PAGE_LIMIT_MS);
    await page.addInitScript(COUNT_SEARCHES);
    const viewer = new ViewerPage(page, (each) => left.set(key, each));
    await page.goto(address);
    await page.getByRole('button', { name: 'Confirm and hide' }).click();
    return viewer;
  }

  /** Chooses a study in the list by a text of its row, and the mode for it. */
  async launchMode(rowText: string): Promise<void> {
    await this.page.getByText(rowText, { exact: true }).first().click();
    await this.page.getByRole('button', { name: 'Pseudonymize & Redact' }).click();
    await this.panel.waitFor();
  }

  /** Opens a study in the mode by its address. */
  async openMode(studyInstanceUID: string): Promise<void> {
    await this.#goTo(`/pseudonymize-redact?StudyInstanceUIDs=${studyInstanceUID}`);
    await this.panel.waitFor();
  }

  /** Leaves the page to who opens the next one like it; a test that fails before leaves none. */
  leave(): void {
    this.#keep(this);
  }

  /** As a link within the viewer does: the page stays loaded. */
  async #goTo(path: string): Promise<void> {
    await this.page.evaluate((target) => {
      history.pushState(null, '', target);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }

  get panel(): Locator {
    return this.page.locator('.pseudonymize-panel');
  }

  /** The boxes above the image. */
  get boxes(): Locator {
    return this.page.locator('.pseudonymize-overlay [data-region]');
  }

  /** Waits until the displayed image has been searched for text. */
  async searched(): Promise<void> {
    await this.panel.getByText('This image has been searched.').waitFor({ timeout: SEARCH_LIMIT_MS });
  }

  /** Waits until all images of the study have been searched, those in the background too. */
  async allSearched(): Promise<void> {
    await this.page.waitForFunction(ALL_SEARCHED, undefined, { timeout: SEARCH_LIMIT_MS });
  }

  /** How many searches the page has asked of its worker since it was loaded. */
  searchesAsked(): Promise<number> {
    return this.page.evaluate('globalThis.searchesAsked');
  }

  /** A button of the viewer's toolbar, by its id. */
  async pressTool(id: string): Promise<void> {
    await this.page.locator(`[data-cy="${id}"]`).first().click();
  }

  /** Drags the mouse from one point of the page to another. */
  async drag(from: Point, to: Point, button: 'left' | 'middle' | 'right' = 'left'): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(...from);
    await mouse.down({ button });
    await mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    await mouse.move(...to);
    await mouse.up({ button });
  }

  /** Drags fingers from points of the page to others, all at once; they come and go one after the other. */
  async dragFingers(fingers: readonly (readonly [from: Point, to: Point])[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    // Not as swift as they come: after a fling Chromium takes the next tap for what stops it.
    let timestamp = Date.now() / 1000 - 10;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        timestamp: (timestamp += 0.25),
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      });
    const starts = fingers.map(([from]) => from);
    for (const [index] of starts.entries()) await touch('touchStart', starts.slice(0, index + 1));
    for (const part of [0.25, 0.5, 0.75, 1])
      await touch(
        'touchMove',
        fingers.map(([[x0, y0], [x1, y1]]) => [x0 + part * (x1 - x0), y0 + part * (y1 - y0)]),
      );
    await touch('touchEnd', []);
    await session.detach();
  }

  /** Draws a box with the mouse, corner to corner, in pixels of the page. */
  async drawBox(from: Point, to: Point): Promise<void> {
    await this.panel.getByRole('button', { name: 'Draw box' }).click();
    await this.drag(from, to);
    await this.panel.getByRole('button', { name: 'Draw box' }).click();
  }

  /** Where the selected box lies on the page. */
  async selectedBox(): Promise<ScreenBox> {
    const box = await this.page.locator('.pseudonymize-region.selected .pseudonymize-box').boundingBox();
    if (box === null) throw new Error('no box is selected');
    return [box.x, box.y, box.x + box.width, box.y + box.height];
  }

  /** The middle of the image's viewport on the page. */
  async middle(): Promise<Point> {
    const box = await this.page.locator('.cornerstone-canvas').first().boundingBox();
    if (box === null) throw new Error('no image is displayed');
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Where the largest white rectangle of the displayed image lies on the page, as the screen shows it, without our boxes. */
  async whiteRectangle(): Promise<ScreenBox> {
    const clip = await this.page.locator('.cornerstone-canvas').first().boundingBox();
    if (clip === null) throw new Error('no image is displayed');
    const style = '.pseudonymize-overlay { visibility: hidden !important; }';
    const [x0, y0, x1, y1] = await whiteRectangleIn(await this.page.screenshot({ clip, style }));
    return [clip.x + x0, clip.y + y0, clip.x + x1, clip.y + y1];
  }

  /** Clicks through to the copy. @returns what the viewer asked the bridge for, and the UID of the copy's study */
  async deidentify(): Promise<{ readonly request: JobRequest; readonly copyStudyInstanceUID: string }> {
    const asked = this.page.waitForRequest(
      (request) => request.method() === 'POST' && new URL(request.url()).pathname === ROUTES.jobs,
    );
    await this.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    await this.panel
      .getByRole('alertdialog')
      .getByRole('button', { name: /Confirm|De-identify/ })
      .click();
    const request = JobRequest.parse((await asked).postDataJSON());
    return { request, copyStudyInstanceUID: await this.copyStudyInstanceUID() };
  }

  /** Waits until the copy is stored. */
  async copyStudyInstanceUID(): Promise<string> {
    const link = this.panel.getByRole('link', { name: 'Open the copy' });
    await link.waitFor({ timeout: SEARCH_LIMIT_MS });
    const target = new URL((await link.getAttribute('href')) ?? '', this.page.url());
    return target.searchParams.get('StudyInstanceUIDs') ?? '';
  }
}
