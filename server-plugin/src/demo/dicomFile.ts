import { createHash } from 'node:crypto';
import dcmjs from 'dcmjs';

const { DicomDict, DicomMetaDictionary } = dcmjs.data;

export type AttributeValue =
  | string
  | number
  | ArrayBuffer
  | readonly (string | number)[]
  | readonly ArrayBuffer[]
  | readonly Attributes[];

/** A Dataset by keyword; `_vrMap` settles the VR of attributes that have more than one. */
export interface Attributes {
  readonly [keyword: string]: AttributeValue | Readonly<Record<string, string>> | undefined;
}

/** An element of the manufacturer's own, as dcmjs writes it. */
export interface PrivateElement {
  /** Eight hexadecimal digits. */
  readonly tag: string;
  readonly vr: string;
  readonly Value: readonly unknown[];
}

const EXPLICIT_VR_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';

export interface FileOptions {
  readonly privateElements?: readonly PrivateElement[];
  /** One that encapsulates wants Pixel Data as an array, one fragment a frame. @default Explicit VR Little Endian */
  readonly transferSyntaxUID?: string;
}

/** A UID under the root of UUIDs (PS3.5 section B.2), always the same for one `name`. */
export const uidOf = (name: string): string => {
  const digest = createHash('sha256').update(`pseudonymize-redact demo ${name}`).digest('hex').slice(0, 32);
  return `2.25.${BigInt(`0x${digest}`)}`;
};

const IMPLEMENTATION_CLASS_UID = uidOf('implementation');

/** An ArrayBuffer of exactly the bytes of the view, as dcmjs wants it. */
export const bufferOf = (view: Uint8Array | Int16Array | Uint16Array): ArrayBuffer => {
  const copy = new Uint8Array(view.byteLength + (view.byteLength % 2));
  copy.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return copy.buffer;
};

/** Writes a Part 10 file. */
export const writeDicomFile = (
  attributes: Attributes,
  { privateElements = [], transferSyntaxUID = EXPLICIT_VR_LITTLE_ENDIAN }: FileOptions = {},
): Uint8Array => {
  const file = new DicomDict(
    DicomMetaDictionary.denaturalizeDataset({
      FileMetaInformationVersion: new Uint8Array([0, 1]).buffer,
      MediaStorageSOPClassUID: attributes['SOPClassUID'],
      MediaStorageSOPInstanceUID: attributes['SOPInstanceUID'],
      TransferSyntaxUID: transferSyntaxUID,
      ImplementationClassUID: IMPLEMENTATION_CLASS_UID,
      ImplementationVersionName: 'DEMO_1',
    }),
  );
  file.dict = DicomMetaDictionary.denaturalizeDataset(attributes);
  for (const { tag, vr, Value } of privateElements) file.dict[tag] = { vr, Value };
  return new Uint8Array(file.write({ fragmentMultiframe: false }));
};
