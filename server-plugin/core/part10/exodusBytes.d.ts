/** What the core uses of @exodus/bytes; its own types would bring those of Node into the core. */
declare module '@exodus/bytes/single-byte.js' {
  export function createSinglebyteDecoder(encoding: string, loose: boolean): (bytes: Uint8Array) => string;
  export function createSinglebyteEncoder(encoding: string): (text: string) => Uint8Array;
}
declare module '@exodus/bytes/multi-byte.js' {
  export function createMultibyteDecoder(encoding: string, loose: boolean): (bytes: Uint8Array) => string;
  export function createMultibyteEncoder(encoding: string): (text: string) => Uint8Array;
}
declare module '@exodus/bytes/utf8.js' {
  export function utf8toString(bytes: Uint8Array): string;
  export function utf8toStringLoose(bytes: Uint8Array): string;
  export function utf8fromStringLoose(text: string): Uint8Array;
}
