import {
  DEFAULT_CHARACTER_SET,
  find,
  TAG,
  textOf,
  type Dataset,
  type NewElement,
  type Part10File,
  type Tag,
} from '../../part10/index.ts';

const SOP_CLASS_UID: Tag = 0x00080016;
const SOP_INSTANCE_UID: Tag = 0x00080018;

/** What an object is: by its Dataset, or by the File Meta Information where the Dataset does not say. '' where neither does. */
export interface SopInstance {
  readonly sopClassUID: string;
  readonly sopInstanceUID: string;
}

export const sopInstanceOf = ({ source, meta, dataset }: Part10File): SopInstance => {
  const uid = (holder: Dataset, tag: Tag): string => {
    const element = find(holder, tag);
    return element === undefined ? '' : textOf(source, { ...element, vr: 'UI' }, DEFAULT_CHARACTER_SET);
  };
  return {
    sopClassUID: uid(dataset, SOP_CLASS_UID) || uid(meta, TAG.MediaStorageSOPClassUID),
    sopInstanceUID: uid(dataset, SOP_INSTANCE_UID) || uid(meta, TAG.MediaStorageSOPInstanceUID),
  };
};

/** The new SOP Instance UID, which the Dataset must have as the File Meta Information does (PS3.10 section 7.1). */
export const sopInstanceElement = (sopInstanceUID: string): NewElement => ({
  tag: SOP_INSTANCE_UID,
  vr: 'UI',
  value: DEFAULT_CHARACTER_SET.encode(sopInstanceUID, ''),
});
