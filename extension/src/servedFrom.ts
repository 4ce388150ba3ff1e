/**
 * Where this file was served from; the worker, the models and, by default, the bridge are beside it. Built into a viewer's own bundle,
 * it has the path of a file of whoever built it: then they are looked for where the README has them copied.
 */
export const servedFrom = (): URL => {
  const url = new URL(import.meta.url);
  return url.protocol === 'file:' ? new URL('/plugins/extension.js', location.origin) : url;
};
