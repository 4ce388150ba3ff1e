// `npm run docs:screenshots -- [names]`: the pictures of the README and the docs, of the demo studies in the real viewer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { ViewerPage } from './viewerPage.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'extension', 'docs');

/** Picture → what is on the screen when it is taken. */
const PICTURES: Readonly<Record<string, (viewer: ViewerPage) => Promise<void>>> = {
  'viewer.png': async (viewer) => {
    await viewer.launchMode('Echocardiography, transthoracic');
    await viewer.allSearched();
  },
  'after.png': async (viewer) => {
    await viewer.launchMode('Echocardiography, transthoracic');
    await viewer.searched();
    await viewer.page.keyboard.press('p');
    await viewer.page.getByText('As it will be stored').waitFor();
    await viewer.panel.getByRole('tab', { name: 'Header' }).click();
    await viewer.panel.locator('.header-changes td').first().waitFor();
  },
  'confirm.png': async (viewer) => {
    await viewer.launchMode('Echocardiography, transthoracic');
    await viewer.allSearched();
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    const dialog = viewer.panel.getByRole('alertdialog');
    await dialog.waitFor();
    await dialog.getByText('Asking the bridge').waitFor({ state: 'detached' });
  },
  'again.png': async (viewer) => {
    await viewer.launchMode('Left hand, PA');
    await viewer.searched();
    await viewer.deidentify();
    const [x, y] = await viewer.middle();
    await viewer.drawBox([x - 80, y - 40], [x - 10, y + 10]);
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    const dialog = viewer.panel.getByRole('alertdialog');
    await dialog.getByLabel('Profile').selectOption('basic');
    await dialog.getByText('research-longitudinal → basic').waitFor();
  },
  'held.png': async (viewer) => {
    await viewer.launchMode('Left hand, PA');
    await viewer.searched();
    await viewer.page.keyboard.press('Alt+Shift+X');
    const [x, y] = await viewer.middle();
    await viewer.drawBox([x - 80, y - 40], [x - 10, y + 10]);
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    await viewer.panel.getByRole('alertdialog').getByRole('button', { name: 'De-identify' }).click();
    await viewer.panel.getByRole('button', { name: 'Show the place' }).click({ timeout: SEARCH_LIMIT_MS });
    await viewer.page.locator('.pseudonymize-region.selected').first().waitFor();
    await viewer.page.locator('[data-sonner-toast]').waitFor({ state: 'detached' });
    await viewer.panel.getByRole('button', { name: 'Show the place' }).scrollIntoViewIfNeeded();
  },
};

/** What is left on an image is searched on the bridge. */
const SEARCH_LIMIT_MS = 110_000;

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-screenshots-'));
const [product, browser] = await Promise.all([Product.start(folder, {}, 'identifying'), launchChromium()]);
try {
  const wanted = process.argv.slice(2);
  for (const [name, show] of Object.entries(PICTURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const viewer = await ViewerPage.open(browser, product.address);
    await show(viewer);
    await viewer.page.screenshot({ path: join(DOCS, name) });
    await viewer.page.close();
  }
} finally {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true });
}
