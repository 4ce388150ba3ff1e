import { readFileSync } from 'node:fs';
import type { Product } from '@pseudonymize-redact/core/deidentification';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** How the product names itself in the objects that it writes. */
export const PRODUCT: Product = { name: 'Pseudonymize & Redact', version };
