// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { servedFrom } from '../../../extension/src/servedFrom.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

// A bundler of a viewer puts the path of the file on its machine in place of `import.meta.url`; so does the test runner.
describe('the extension in a bundle of the viewer', () => {
  it('looks for its files at the root of the page', () => {
    expect(servedFrom().href).toBe(`${location.origin}/`);
  });

  it('looks for them where the viewer is served, below the root', () => {
    vi.stubGlobal('PUBLIC_URL', '/viewer/');
    expect(servedFrom().href).toBe(`${location.origin}/viewer/`);
  });
});
