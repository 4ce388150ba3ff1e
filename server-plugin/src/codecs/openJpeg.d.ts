/** The package ships no types: what the bridge uses of it. */
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  interface J2KDecoder {
    /** Memory of the module, for so many bytes of a codestream. */
    getEncodedBuffer(length: number): Uint8Array;
    decode(): void;
    /** Samples colour by pixel, of one byte up to 8 bits, else of two; memory of the module. */
    getDecodedBuffer(): Uint8Array;
    delete(): void;
  }

  interface Module {
    readonly J2KDecoder: new () => J2KDecoder;
  }

  const load: (options: {
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
  }) => Promise<Module>;
  export default load;
}
