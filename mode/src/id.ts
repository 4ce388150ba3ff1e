/** OHIF wants a mode's id to equal its package's name. */
export const id = '@pseudonymize-redact/mode';
