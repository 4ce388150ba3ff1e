// `npm run docs:screenshots`: the pictures of the README and the docs, of the demo studies in the real viewer.
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
    await viewer.searched();
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
    await viewer.searched();
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    await viewer.panel.getByRole('alertdialog').waitFor();
  },
};

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-screenshots-'));
const [product, browser] = await Promise.all([Product.start(folder), launchChromium()]);
try {
  for (const [name, show] of Object.entries(PICTURES)) {
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
