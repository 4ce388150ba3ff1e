// `npm run build`: the extension and the mode for the browser, the files that they load, and the viewer. Fast when nothing changed.
import { bundleAll } from './bundles.ts';
import { copyPublishedFiles } from './publishedFiles.ts';
import { fetchViewer } from './viewer.ts';

const STEPS: Readonly<Record<string, () => void | Promise<void>>> = {
  'bundling the extension and the mode': bundleAll,
  'copying the files of text detection': copyPublishedFiles,
  'fetching the viewer': fetchViewer,
};

for (const [name, step] of Object.entries(STEPS)) {
  try {
    await step();
  } catch (error) {
    console.error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
