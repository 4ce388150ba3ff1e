import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { VIEWER_PACKAGE_FOLDER, VIEWER_VERSION } from '../src/start/checkout.ts';

const run = promisify(execFile);

/** As the registry published it. */
const INTEGRITY = 'WZdxmpmG7rqFgW9ZJLcbgr3XCtLi1KDNPoMaeY5PPe6j4G4fjEjjkycZM6C6Zk2F87BKxFfpq+jd5xXZB9E8EA==';

const sha512 = async (path: string): Promise<string> => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
};

/** Downloads the published viewer once, checks it, and unpacks it; it appears under its name when it is whole. */
export const fetchViewer = async (): Promise<void> => {
  if (existsSync(VIEWER_PACKAGE_FOLDER)) return;
  console.log(`Downloading the OHIF viewer ${VIEWER_VERSION} …`);
  const parent = dirname(VIEWER_PACKAGE_FOLDER);
  mkdirSync(parent, { recursive: true });
  const scratch = mkdtempSync(join(parent, 'download-'));
  try {
    await run('npm', ['pack', '--silent', `@ohif/app@${VIEWER_VERSION}`, '--pack-destination', scratch]);
    const archive = join(scratch, `ohif-app-${VIEWER_VERSION}.tgz`);
    if ((await sha512(archive)) !== INTEGRITY) throw new Error('the download is not what was published');
    await run('tar', ['-xzf', archive, '-C', scratch]);
    renameSync(join(scratch, 'package'), VIEWER_PACKAGE_FOLDER);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};
