// `npm run docs:deidentification`: writes what of the documents comes from the code.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs');
for (const [name, content] of await documents()) writeFileSync(join(FOLDER, name), content);
