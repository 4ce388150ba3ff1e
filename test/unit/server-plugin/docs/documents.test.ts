import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PRESET, PRESETS } from '@pseudonymize-redact/core/deidentification';
import { describe, expect, it } from 'vitest';
import { documents } from '../../../../server-plugin/scripts/documents.ts';
import { loadProfile } from '../../../../server-plugin/src/projects/profileFile.ts';

const DOCS = join(import.meta.dirname, '..', '..', '..', '..', 'server-plugin', 'docs');
const read = (name: string): string => readFileSync(join(DOCS, name), 'utf8');

describe('the documents', () => {
  it('say what the code says: run `npm run docs:deidentification` where they do not', async () => {
    const written = await documents();
    expect([...written.keys()]).toEqual(['profile.schema.json', 'harmless-texts.md', 'sop-classes.md']);
    for (const [name, content] of written) expect(read(name), name).toBe(content);
  });

  it('[DI-41] publish a schema that knows every switch of a profile', () => {
    const { properties, additionalProperties } = JSON.parse(read('profile.schema.json')) as {
      properties: Record<string, unknown>;
      additionalProperties: boolean;
    };
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(PRESETS[DEFAULT_PRESET])));
    expect(additionalProperties).toBe(false);
  });

  it('[DI-41] show a profile that is valid', () => {
    const example = loadProfile(DOCS, 'example-profile.json');
    expect(example.overrides.size).toBe(3);
    expect(example.removesIdentity).toBe(true);
  });
});
