import type { Encoding } from './element.ts';

/** A Transfer Syntax (PS3.5 annex A; PS3.6 table A-1). */
export interface TransferSyntax {
  readonly uid: string;
  readonly name: string;
  readonly encoding: Encoding;
  readonly deflated: boolean;
  readonly encapsulated: boolean;
  /** Whether the compression loses information; near-lossless counts as lossy. */
  readonly lossy: boolean;
}

const EXPLICIT_LITTLE: Encoding = { explicitVR: true, littleEndian: true };
export const IMPLICIT_LITTLE: Encoding = { explicitVR: false, littleEndian: true };
const EXPLICIT_BIG: Encoding = { explicitVR: true, littleEndian: false };

const native = (uid: string, name: string, encoding: Encoding, deflated = false): TransferSyntax => ({
  uid,
  name,
  encoding,
  deflated,
  encapsulated: false,
  lossy: false,
});
const compressed = (suffix: string, name: string, lossy: boolean): TransferSyntax => ({
  uid: `1.2.840.10008.1.2.${suffix}`,
  name,
  encoding: EXPLICIT_LITTLE,
  deflated: false,
  encapsulated: true,
  lossy,
});

/**
 * Left out on purpose, so that such files are refused: JPIP (4.94, 4.95, 4.204, 4.205), whose pixels lie on a server; SMPTE
 * ST 2110 (7.1–7.3), which streams and has no files; and those of vendors, whose pixels follow no standard.
 */
const ALL: readonly TransferSyntax[] = [
  native('1.2.840.10008.1.2', 'Implicit VR Little Endian', IMPLICIT_LITTLE),
  native('1.2.840.10008.1.2.1', 'Explicit VR Little Endian', EXPLICIT_LITTLE),
  native('1.2.840.10008.1.2.1.99', 'Deflated Explicit VR Little Endian', EXPLICIT_LITTLE, true),
  native('1.2.840.10008.1.2.2', 'Explicit VR Big Endian', EXPLICIT_BIG),
  compressed('1.98', 'Encapsulated Uncompressed Explicit VR Little Endian', false),
  compressed('4.50', 'JPEG Baseline (Process 1)', true),
  compressed('4.51', 'JPEG Extended (Process 2 & 4)', true),
  compressed('4.52', 'JPEG Extended (Process 3 & 5)', true),
  compressed('4.53', 'JPEG Spectral Selection, Non-Hierarchical (Process 6 & 8)', true),
  compressed('4.54', 'JPEG Spectral Selection, Non-Hierarchical (Process 7 & 9)', true),
  compressed('4.55', 'JPEG Full Progression, Non-Hierarchical (Process 10 & 12)', true),
  compressed('4.56', 'JPEG Full Progression, Non-Hierarchical (Process 11 & 13)', true),
  compressed('4.57', 'JPEG Lossless, Non-Hierarchical (Process 14)', false),
  compressed('4.58', 'JPEG Lossless, Non-Hierarchical (Process 15)', false),
  compressed('4.59', 'JPEG Extended, Hierarchical (Process 16 & 18)', true),
  compressed('4.60', 'JPEG Extended, Hierarchical (Process 17 & 19)', true),
  compressed('4.61', 'JPEG Spectral Selection, Hierarchical (Process 20 & 22)', true),
  compressed('4.62', 'JPEG Spectral Selection, Hierarchical (Process 21 & 23)', true),
  compressed('4.63', 'JPEG Full Progression, Hierarchical (Process 24 & 26)', true),
  compressed('4.64', 'JPEG Full Progression, Hierarchical (Process 25 & 27)', true),
  compressed('4.65', 'JPEG Lossless, Hierarchical (Process 28)', false),
  compressed('4.66', 'JPEG Lossless, Hierarchical (Process 29)', false),
  compressed(
    '4.70',
    'JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1])',
    false,
  ),
  compressed('4.80', 'JPEG-LS Lossless', false),
  compressed('4.81', 'JPEG-LS Lossy (Near-Lossless)', true),
  compressed('4.90', 'JPEG 2000 (Lossless Only)', false),
  compressed('4.91', 'JPEG 2000', true),
  compressed('4.92', 'JPEG 2000 Part 2 Multi-component (Lossless Only)', false),
  compressed('4.93', 'JPEG 2000 Part 2 Multi-component', true),
  compressed('4.100', 'MPEG2 Main Profile / Main Level', true),
  compressed('4.100.1', 'Fragmentable MPEG2 Main Profile / Main Level', true),
  compressed('4.101', 'MPEG2 Main Profile / High Level', true),
  compressed('4.101.1', 'Fragmentable MPEG2 Main Profile / High Level', true),
  compressed('4.102', 'MPEG-4 AVC/H.264 High Profile / Level 4.1', true),
  compressed('4.102.1', 'Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1', true),
  compressed('4.103', 'MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1', true),
  compressed('4.103.1', 'Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1', true),
  compressed('4.104', 'MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video', true),
  compressed('4.104.1', 'Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video', true),
  compressed('4.105', 'MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video', true),
  compressed('4.105.1', 'Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video', true),
  compressed('4.106', 'MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2', true),
  compressed('4.106.1', 'Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2', true),
  compressed('4.107', 'HEVC/H.265 Main Profile / Level 5.1', true),
  compressed('4.108', 'HEVC/H.265 Main 10 Profile / Level 5.1', true),
  compressed('4.110', 'JPEG XL Lossless', false),
  // Its source is a lossy JPEG stream, which it packs without further loss.
  compressed('4.111', 'JPEG XL JPEG Recompression', true),
  compressed('4.112', 'JPEG XL', true),
  compressed('4.201', 'High-Throughput JPEG 2000 (Lossless Only)', false),
  compressed('4.202', 'High-Throughput JPEG 2000 with RPCL Options (Lossless Only)', false),
  compressed('4.203', 'High-Throughput JPEG 2000', true),
  compressed('5', 'RLE Lossless', false),
  compressed('8.1', 'Deflated Image Frame Compression', false),
];

const BY_UID: ReadonlyMap<string, TransferSyntax> = new Map(ALL.map((syntax) => [syntax.uid, syntax]));

/** The Transfer Syntax of a UID, or undefined where it is not known: then nothing of the file can be trusted. */
export const transferSyntaxOf = (uid: string): TransferSyntax | undefined => BY_UID.get(uid);
