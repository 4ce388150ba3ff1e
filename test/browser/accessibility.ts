import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect } from 'vitest';
import type { ViewerPage } from './viewerPage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Windows of 1280 × 900, and the same at 200 %. */
export const WINDOWS = [
  [1280, 900],
  [640, 450],
] as const;

/** axe-core finds nothing serious in a part of the page. */
export const expectAccessible = async ({ page }: ViewerPage, scope: string): Promise<void> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(scope)}, { resultTypes: ['violations'] })`,
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const places = serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  expect(places, `${scope} at ${page.viewportSize()?.width ?? 0}`).toEqual([]);
};

/** What is read on the screen to get from state to state. */
export interface Words {
  readonly header: string;
  readonly headerChanges: string;
  readonly findings: string;
  readonly keys: string;
  readonly deidentify: string;
  readonly confirming: string;
  readonly originalStays: string;
  readonly back: string;
}

/** The states of the panel and of what it opens, at the width that the page has. */
export const expectStatesAccessible = async (viewer: ViewerPage, words: Words): Promise<void> => {
  const { page, panel } = viewer;
  await panel.getByRole('tab', { name: words.header }).click();
  await panel.getByText(words.headerChanges).waitFor();
  await expectAccessible(viewer, '.pseudonymize-panel');
  await panel.getByRole('tab', { name: words.findings }).click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: words.keys }).waitFor();
  await expectAccessible(viewer, '.pseudonymize-panel dialog');
  await page.keyboard.press('Escape');
  await panel.locator('button.finding').first().hover();
  await expectAccessible(viewer, '.pseudonymize-panel');
  await expectAccessible(viewer, '.pseudonymize-overlay-root');
  await panel.getByRole('button', { name: words.deidentify, exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: words.confirming });
  await dialog.getByText(words.originalStays).waitFor();
  await expectAccessible(viewer, '.pseudonymize-panel dialog');
  await dialog.getByRole('button', { name: words.back }).click();
};
