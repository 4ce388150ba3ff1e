import type { ErrorCode } from '../../errors/index.ts';
import { STORAGE_SOP_CLASSES } from './storageSopClasses.ts';

/** Kinds of objects that are de-identified, and kinds that are refused: nothing in them can be cleaned by attribute. */
export const SOP_CLASS_KINDS = {
  image: null,
  segmentation: null,
  presentationState: null,
  report: null,
  keyObject: null,
  radiotherapy: null,
  waveform: null,
  measurement: null,
  encapsulatedDocument: 'DEIDENTIFICATION_ENCAPSULATED_DOCUMENT',
  video: 'DEIDENTIFICATION_VIDEO',
  audio: 'DEIDENTIFICATION_AUDIO',
  rawData: 'DEIDENTIFICATION_RAW_DATA',
  overlayOrCurve: 'DEIDENTIFICATION_OVERLAY_OR_CURVE',
  noPatient: 'DEIDENTIFICATION_NO_PATIENT',
} as const satisfies Readonly<Record<string, ErrorCode | null>>;
export type SopClassKind = keyof typeof SOP_CLASS_KINDS;

export interface StorageSopClass {
  readonly uid: string;
  readonly kind: SopClassKind;
  readonly name: string;
}

const isKind = (word: string): word is SopClassKind => Object.hasOwn(SOP_CLASS_KINDS, word);

const parseLine = (line: string): StorageSopClass => {
  const [uid = '', kind = '', ...name] = line.split(' ');
  if (!isKind(kind)) throw new RangeError(line);
  return { uid, kind, name: name.join(' ') };
};

/** Every Storage SOP Class that is known, in the order of the UIDs. */
export const STORAGE_SOP_CLASS_TABLE: readonly StorageSopClass[] = STORAGE_SOP_CLASSES.trim()
  .split('\n')
  .map(parseLine);

const BY_UID: ReadonlyMap<string, StorageSopClass> = new Map(
  STORAGE_SOP_CLASS_TABLE.map((sopClass) => [sopClass.uid, sopClass]),
);

/** Undefined where the SOP Class is not one of PS3.6: a private one, or one newer than the table. */
export const storageSopClass = (uid: string): StorageSopClass | undefined => BY_UID.get(uid);

/** MPEG-2, H.264, H.265 and SMPTE ST 2110 (PS3.6 Table A-1): frames that depend on each other and cannot be blanked alone. */
const VIDEO_TRANSFER_SYNTAXES = /^1\.2\.840\.10008\.1\.2\.(4\.10[0-8](\.1)?|7\.[123])$/;
export const isVideo = (transferSyntaxUID: string): boolean =>
  VIDEO_TRANSFER_SYNTAXES.test(transferSyntaxUID);
