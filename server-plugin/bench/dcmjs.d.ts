/** dcmjs ships no types: what the benchmark uses of it. */
declare module 'dcmjs' {
  const dcmjs: {
    readonly data: {
      readonly DicomMessage: { readFile(bytes: ArrayBufferLike): { write(): ArrayBuffer } };
    };
    readonly log: { setLevel(level: string): void };
  };
  export default dcmjs;
}
