import { expect } from 'vitest';
import { ringSides, type Rectangle } from './focusRing.ts';
import type { ViewerPage } from './viewerPage.ts';

/** What can have the focus, as HTML has it. */
const CONTROLS = ':is(button, select, input, a[href], summary, [tabindex="0"]):not(:disabled)';
const SIDES = ['top', 'bottom', 'left', 'right'];
/** More than any part that is tested has. */
const MOST_STOPS = 200;

/** Something that the focus came to. */
interface Stop {
  readonly name: string;
  /** Where it is among the controls of its part, in the order of the document. */
  readonly index: number;
  readonly ring: readonly string[];
}

/** Which control of a part has the focus, and where it is on the screen; null outside of the part. */
const focusedControl = (
  { page }: ViewerPage,
  part: string,
): Promise<{ readonly index: number; readonly place: Rectangle } | null> =>
  page.evaluate(
    ([within, controls]) => {
      const focused = document.activeElement;
      const all = [...document.querySelectorAll(`${within} ${controls}`)];
      const index = all
        .filter((control) => control.checkVisibility())
        .findIndex((control) => control === focused);
      if (focused === null || index < 0) return null;
      const { x, y, width, height } = focused.getBoundingClientRect();
      return { index, place: { x, y, width, height } };
    },
    [part, CONTROLS] as const,
  );

/** What a screen reader calls what has the focus. */
export const focusedName = async ({ page }: ViewerPage): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    ...(result.objectId !== undefined && { objectId: result.objectId }),
    fetchRelatives: false,
  });
  await session.detach();
  return String(nodes[0]?.name?.value ?? '');
};

/** Where the controls of a part are when nothing of it is scrolled away, in the order of the document. */
const placesOf = ({ page }: ViewerPage, part: string): Promise<readonly Rectangle[]> =>
  page.evaluate(
    ([within, controls]) => {
      for (const each of document.querySelectorAll(`${within}, ${within} *`)) each.scrollTop = 0;
      const all = [...document.querySelectorAll(`${within} ${controls}`)];
      return all
        .filter((control) => control.checkVisibility())
        .map((control) => {
          const { x, y, width, height } = control.getBoundingClientRect();
          // The foot of the panel lies below whatever is scrolled.
          return { x, y: control.closest('footer') === null ? y : y + 100_000, width, height };
        });
    },
    [part, CONTROLS] as const,
  );

/** Whether a reader comes from one to the other: further down, or on the same line further to the right. */
const isBefore = (a: Rectangle, b: Rectangle): boolean =>
  a.y + a.height <= b.y + 1 || (b.y + b.height > a.y + 1 && a.x + a.width <= b.x + 1);

/** Presses a key until the focus has left the part, or is where it was first. */
const walk = async (viewer: ViewerPage, part: string, key: string): Promise<readonly Stop[]> => {
  const stops: Stop[] = [];
  for (let step = 0; step < MOST_STOPS; step += 1) {
    await viewer.page.keyboard.press(key);
    const focused = await focusedControl(viewer, part);
    // A dialog that scrolls may have the focus itself.
    if (focused === null && stops.length === 0 && step < 2) continue;
    if (focused === null || focused.index === stops[0]?.index) return stops;
    const [name, ring] = [await focusedName(viewer), await ringSides(viewer.page, focused.place)];
    stops.push({ name, index: focused.index, ring });
  }
  throw new Error(`the focus does not come out of ${part}`);
};

/**
 * There and back, the focus comes to every control of a part once and then out of it, in the order of the document, which is that of the
 * screen; each has a name, and a ring that is seen on all its sides.
 */
export const expectFocusOrder = async (viewer: ViewerPage, part: string): Promise<void> => {
  const controls = viewer.page.locator(`${part} ${CONTROLS}`).filter({ visible: true });
  const places = await placesOf(viewer, part);
  const order = places.map((_, index) => index);
  expect(order.length).toBeGreaterThan(0);
  const leaps = places.filter((place, index) => index > 0 && !isBefore(places[index - 1] ?? place, place));
  expect(leaps, 'not where the eye goes').toEqual([]);
  const ways = [
    { from: controls.first(), out: 'Shift+Tab', key: 'Tab', wanted: order },
    { from: controls.last(), out: 'Tab', key: 'Shift+Tab', wanted: order.toReversed() },
  ];
  for (const { from, out, key, wanted } of ways) {
    await from.focus();
    await viewer.page.keyboard.press(out);
    const stops = await walk(viewer, part, key);
    expect
      .soft(
        stops.map(({ index }) => index),
        key,
      )
      .toEqual(wanted);
    expect
      .soft(
        stops.filter(({ name }) => name === ''),
        `no name, ${key}`,
      )
      .toEqual([]);
    const ringless = stops.filter(({ ring }) => SIDES.some((side) => !ring.includes(side)));
    expect.soft(ringless, `no ring, ${key}`).toEqual([]);
  }
};

export const isFocusInside = ({ page }: ViewerPage, part: string): Promise<boolean> =>
  page.evaluate((within) => (document.activeElement?.closest(within) ?? null) !== null, part);

/** However often Tab is pressed, nothing outside of a dialog has the focus; between its end and its beginning the browser has it. */
export const expectFocusInside = async (viewer: ViewerPage, dialog: string): Promise<void> => {
  const { page } = viewer;
  const count = await page.locator(`${dialog} ${CONTROLS}`).count();
  for (const key of ['Tab', 'Shift+Tab'])
    for (let step = 0; step < count + 3; step += 1) {
      await page.keyboard.press(key);
      const isInside = await isFocusInside(viewer, dialog);
      expect(isInside || (await page.evaluate(() => document.activeElement === document.body)), key).toBe(
        true,
      );
    }
};
