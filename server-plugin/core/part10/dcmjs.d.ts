/** dcmjs ships no types: what the core uses of it. */
declare module 'dcmjs' {
  const dcmjs: { readonly data: { readonly DicomMetaDictionary: unknown } };
  export default dcmjs;
}
