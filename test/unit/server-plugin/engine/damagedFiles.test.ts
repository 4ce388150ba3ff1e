import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRESETS, resolveProfile } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { find, MemorySource, TAG } from '@pseudonymize-redact/core/part10';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { loadFrameCodecs } from '../../../../server-plugin/src/codecs/frameCodecs.ts';
import {
  deidentifyInstance,
  type PixelOrder,
} from '../../../../server-plugin/src/engine/deidentifyInstance.ts';
import { keyedPseudonyms } from '../../../../server-plugin/src/pseudonyms/keyedPseudonyms.ts';
import { describeWithSharedData, sharedPath } from '../../../sharedData.ts';
import { SHARED_FOLDER_PRESENT } from '../../../sharedFolder.ts';
import { mutate, mutations } from '../../../synthetic/mutations.ts';
import { openPart10 } from '../../../synthetic/openPart10.ts';

const MOST_BYTES = 300_000;
const PATHS = SHARED_FOLDER_PRESENT
  ? readdirSync(sharedPath('data', 'dicom'), { recursive: true, encoding: 'utf8' })
      .map((name) => sharedPath('data', 'dicom', name))
      .filter((path) => statSync(path).isFile() && statSync(path).size <= MOST_BYTES)
      .toSorted()
  : [];

const PROJECT = {
  profile: resolveProfile(PRESETS['research-longitudinal']),
  pseudonyms: keyedPseudonyms(new Uint8Array(32).fill(7)),
};
const ORDER: PixelOrder = {
  regions: [{ box: [2, 2, 20, 12], angleDegrees: 0 }],
  fill: 'darkest',
  outsideUltrasoundRegions: false,
  searched: true,
};

const scratchFolder = mkdtempSync(join(tmpdir(), 'damaged-files-'));
afterAll(() => rmSync(scratchFolder, { recursive: true }));

describeWithSharedData('real files, redacted', () => {
  it('[DI-82] with damages anywhere, in their pixels too, become verified copies or are refused', async () => {
    const codecs = await loadFrameCodecs();
    const place = { scratchFolder, pathOf: () => null };
    let [copied, refused] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), mutations, (path, list) => {
        const source = new MemorySource(list.reduce(mutate, new Uint8Array(readFileSync(path))));
        try {
          const { bytes } = deidentifyInstance(source, PROJECT, () => ORDER, codecs, place);
          copied++;
          expect(bytes && find(openPart10(bytes).dataset, TAG.SOPInstanceUID)).toBeDefined();
        } catch (error) {
          if (!(error instanceof CodedError)) throw error;
          refused++;
        }
      }),
      { seed: 20240229, numRuns: 300, unbiased: true },
    );
    expect(copied).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(20);
    // What did not fit into memory meanwhile is gone.
    expect(readdirSync(scratchFolder)).toEqual([]);
  });
});
