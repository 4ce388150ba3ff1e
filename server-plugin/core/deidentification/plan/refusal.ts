import { CodedError } from '../../errors/index.ts';
import { find, valuesOf, type Part10File, DEFAULT_CHARACTER_SET } from '../../part10/index.ts';
import { isVideo, SOP_CLASS_KINDS, storageSopClass } from '../standard/sopClassHandling.ts';
import type { SopInstance } from './sopInstance.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';

const IMAGE_TYPE = 0x00080008;
const WHOLE_SLIDE_MICROSCOPY = '1.2.840.10008.5.1.4.1.1.77.1.6';
/** Values of Image Type of images that show the slide's label (PS3.3 section C.8.12.4.1.1). */
const SHOWS_LABEL: ReadonlySet<string> = new Set(['LABEL', 'OVERVIEW']);

const showsLabel = ({ source, dataset }: Part10File): boolean => {
  const element = find(dataset, IMAGE_TYPE);
  return (
    element !== undefined &&
    valuesOf(source, element, DEFAULT_CHARACTER_SET).some((value) => SHOWS_LABEL.has(value))
  );
};

/**
 * Refuses what cannot be de-identified by attribute and pixel.
 *
 * @throws CodedError DEIDENTIFICATION_…, each with its reason
 */
export const refuseUncleanable = (
  file: Part10File,
  { sopClassUID, sopInstanceUID }: SopInstance,
  { acceptUnknownSopClasses }: ResolvedProfile,
): void => {
  if (sopInstanceUID === '') throw new CodedError('DEIDENTIFICATION_NO_SOP_INSTANCE', 'SOPInstanceUID');
  const sopClass = storageSopClass(sopClassUID);
  const code = sopClass === undefined ? null : SOP_CLASS_KINDS[sopClass.kind];
  if (sopClass === undefined && !acceptUnknownSopClasses) {
    throw new CodedError('DEIDENTIFICATION_SOP_CLASS_UNKNOWN', 'SOPClassUID');
  }
  if (code !== null) throw new CodedError(code, sopClass?.name);
  if (isVideo(file.transferSyntax.uid))
    throw new CodedError('DEIDENTIFICATION_VIDEO', file.transferSyntax.name);
  if (sopClassUID === WHOLE_SLIDE_MICROSCOPY && showsLabel(file)) {
    throw new CodedError('DEIDENTIFICATION_SLIDE_LABEL', 'ImageType');
  }
};
