import {
  DEFAULT_CHARACTER_SET,
  encodeText,
  TAG,
  type NewElement,
  type Tag,
  type VR,
} from '../../part10/index.ts';

/** The product that wrote an object: it names itself in the File Meta Information and in the method of de-identification. */
export interface Product {
  readonly name: string;
  readonly version: string;
}

/** This implementation, made once from a random UUID (PS3.5 section B.2). */
const IMPLEMENTATION_CLASS_UID = '2.25.12837641675113059648974110331322526504';
const IMPLEMENTATION_VERSION_NAME_PREFIX = 'PSNREDACT_';
const MOST_CHARACTERS_OF_SH = 16;

/**
 * File Meta Information of a new instance: nothing of the old one but the Transfer Syntax, so no Application Entity titles and no
 * private information (PS3.10 section 7.1).
 */
export const fileMeta = (
  sopClassUID: string,
  sopInstanceUID: string,
  transferSyntaxUID: string,
  { version }: Product,
): readonly NewElement[] => {
  const text = (tag: Tag, vr: VR, value: string): NewElement => ({
    tag,
    vr,
    value: encodeText(value, DEFAULT_CHARACTER_SET, vr),
  });
  const versionName = (IMPLEMENTATION_VERSION_NAME_PREFIX + version).slice(0, MOST_CHARACTERS_OF_SH);
  return [
    { tag: 0x00020001, vr: 'OB', value: Uint8Array.of(0, 1) },
    text(TAG.MediaStorageSOPClassUID, 'UI', sopClassUID),
    text(TAG.MediaStorageSOPInstanceUID, 'UI', sopInstanceUID),
    text(TAG.TransferSyntaxUID, 'UI', transferSyntaxUID),
    text(0x00020012, 'UI', IMPLEMENTATION_CLASS_UID),
    text(0x00020013, 'SH', versionName),
  ];
};
