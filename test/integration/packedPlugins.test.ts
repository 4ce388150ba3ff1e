// The packages of the extension and the mode, as OHIF's build takes them: it copies their `dist` into the root of the viewer.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import extensionPackage from '../../extension/package.json' with { type: 'json' };
import mode from '../../mode/src/index.ts';
import modePackage from '../../mode/package.json' with { type: 'json' };
import { EXTENSION_FOLDER, MODE_FOLDER, VIEWER_FOLDER } from '../../server-plugin/src/start/checkout.ts';

const PACKED = [
  { folder: EXTENSION_FOLDER, manifest: extensionPackage },
  { folder: MODE_FOLDER, manifest: modePackage },
];

describe.each(PACKED)('the packed $manifest.name', ({ folder, manifest }) => {
  it('has what the build makes', () => {
    expect(manifest.files.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(manifest.files).toContain(manifest.main.replace('./', ''));
  });

  it('takes the place of no file of the viewer and of no page', () => {
    const names = manifest.files.map((path) => path.replace('dist/', ''));
    expect(existsSync(join(VIEWER_FOLDER, 'index.html'))).toBe(true);
    expect(names.filter((name) => existsSync(join(VIEWER_FOLDER, name)))).toEqual([]);
    expect(names).not.toContain(mode.modeFactory().routeName);
  });

  it('needs nothing that a registry would have to have', () => {
    expect(manifest).not.toHaveProperty('dependencies');
  });
});
