// The fonts come with the project, under names of their own: text appears on a machine without fonts, and looks the same everywhere.
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const { resolve } = createRequire(import.meta.url);

const FILES = {
  'Demo Sans': '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
  'Demo Sans Bold': '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2',
  'Demo Mono': '@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
} as const;

export type FontName = keyof typeof FILES;

const registered = new Set<FontName>();

/** A font of `sizePixels` in the notation of CSS, ready to draw with. */
export const fontOf = (name: FontName, sizePixels: number): string => {
  if (!registered.has(name)) {
    if (GlobalFonts.registerFromPath(resolve(FILES[name]), name) === null)
      throw new Error(`The font ${name} cannot be read.`);
    registered.add(name);
  }
  return `${sizePixels}px "${name}"`;
};
