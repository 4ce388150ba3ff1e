/** Where the viewer's page says that its own files are served. */
const viewerRoot = (): URL =>
  new URL((window as { readonly PUBLIC_URL?: string }).PUBLIC_URL ?? '/', location.origin);

/**
 * Where this file was served from: the folder that it loads from and, by default, the bridge are there. Built into a viewer's own bundle,
 * it has the path of a file of whoever built it: then it is the root of the viewer, into which OHIF's build copies what is in `dist`.
 */
export const servedFrom = (): URL => {
  const url = new URL(import.meta.url);
  return url.protocol === 'file:' ? viewerRoot() : url;
};
