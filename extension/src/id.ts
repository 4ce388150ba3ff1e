/** OHIF wants an extension's id to equal its package's name. */
export const id = '@pseudonymize-redact/extension';
