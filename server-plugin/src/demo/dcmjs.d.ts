/** dcmjs ships no types: what the bridge uses of it. */
declare module 'dcmjs' {
  /** DICOM JSON (PS3.18 annex F) by tag, eight hexadecimal digits; binary values as ArrayBuffer. */
  type DicomJson = Record<string, { readonly vr: string; readonly Value: readonly unknown[] }>;

  const dcmjs: {
    readonly data: {
      readonly DicomMetaDictionary: {
        denaturalizeDataset(dataset: Readonly<Record<string, unknown>>): DicomJson;
      };
      readonly DicomDict: new (meta: DicomJson) => {
        dict: DicomJson;
        write(options?: { fragmentMultiframe?: boolean }): ArrayBuffer;
      };
    };
  };
  export default dcmjs;
}
