/** dcmjs ships no types: what the tests use of it. */
declare module 'dcmjs' {
  interface JsonElement {
    readonly vr: string;
    readonly Value: readonly unknown[];
  }
  /** Tag as eight hexadecimal digits → element. */
  type Dict = Readonly<Record<string, JsonElement | undefined>>;
  const dcmjs: {
    readonly data: {
      readonly DicomMessage: {
        readFile(buffer: ArrayBuffer): { readonly meta: Dict; readonly dict: Dict };
      };
    };
    readonly log: { getLogger(name: string): { setLevel(level: string): void } };
  };
  export default dcmjs;
}
