// `npm run check:viewers`: goes through detection, review and de-identification in other published viewers, and prints a table for the docs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../server-plugin/src/start/checkout.ts';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { MARKED_IMAGE } from './markedImage.ts';
import { makeOwnViewer, serveOwnViewer } from './ownViewer.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const VERSIONS = ['3.12.10', '3.13.2', '3.14.0-beta.6'];
const STUDY_INSTANCE_UID = '0020000D';

/** The built viewer of a version, from npm; kept in the cache folder. */
const publishedViewer = (version: string): string => {
  const folder = join(PROJECT_FOLDER, '.cache', `ohif-app-${version}`);
  if (existsSync(folder)) return join(folder, 'dist');
  const scratch = mkdtempSync(join(tmpdir(), 'ohif-'));
  execFileSync('npm', ['pack', '--silent', `@ohif/app@${version}`, '--pack-destination', scratch]);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', [
    '-xzf',
    join(scratch, `ohif-app-${version}.tgz`),
    '-C',
    folder,
    '--strip-components=1',
  ]);
  rmSync(scratch, { recursive: true });
  return join(folder, 'dist');
};

const STEPS = ['panel', 'search', 'keys', 'after', 'copy', 'errors'] as const;

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-viewers-'));
const [product, browser] = await Promise.all([
  Product.start(mkdtempSync(join(root, 'data-')), { DEMO_STUDIES: 'no' }),
  launchChromium(),
]);

/** Step → what came of it. */
const tried = async (version: string): Promise<ReadonlyMap<string, string>> => {
  const results = new Map<string, string>();
  const folder = join(root, version);
  makeOwnViewer(publishedViewer(version), folder);
  const own = await serveOwnViewer(folder, product.address);
  const viewer = await ViewerPage.open(browser, own.address);
  const step = async (name: (typeof STEPS)[number], work: () => Promise<void>): Promise<void> => {
    await work().then(
      () => results.set(name, 'yes'),
      (error: unknown) => results.set(name, `no: ${String(error).split('\n')[0] ?? ''}`),
    );
  };
  await step('panel', () => viewer.openMode(valueOf(MARKED_IMAGE.bytes, STUDY_INSTANCE_UID)));
  await step('search', () => viewer.searched());
  await step('keys', async () => {
    const [x, y] = await viewer.middle();
    await viewer.page.keyboard.press('d');
    await viewer.drag([x, y], [x + 60, y + 40]);
    await viewer.page.keyboard.press('d');
    await viewer.page.locator('.pseudonymize-region.selected').waitFor();
  });
  await step('after', async () => {
    await viewer.page.keyboard.press('p');
    await viewer.page.getByText('As it will be stored').waitFor();
    await viewer.page.keyboard.press('p');
  });
  await step('copy', async () => {
    await viewer.deidentify();
  });
  results.set('errors', viewer.errors.length === 0 ? 'none' : viewer.errors.join('; '));
  await viewer.page.close();
  await own.close();
  return results;
};

try {
  await product.orthanc.store(MARKED_IMAGE.bytes);
  console.log(`| @ohif/app | ${STEPS.join(' | ')} |`);
  console.log(`| --- | ${STEPS.map(() => '---').join(' | ')} |`);
  for (const version of VERSIONS) {
    const results = await tried(version);
    console.log(`| ${version} | ${STEPS.map((name) => results.get(name) ?? '').join(' | ')} |`);
  }
} finally {
  await browser.close();
  await product.stop();
  rmSync(root, { recursive: true });
}
