import { t } from '../language/language.ts';
import type { FindingGroup } from '../store/findingGroups.ts';

/** What an image of a series is called. @param position 1-based, as displayed */
export const imageName = (position: number, isClip: boolean): string =>
  t(isClip ? 'frame' : 'image', { position });

/** On which images of its series a finding stands; null where it is the one that it is listed under. */
export const placeOf = (group: FindingGroup, isClip: boolean): string | null => {
  const [{ region, position: first }] = group;
  if (region.scope.kind === 'series') return t('everyImage');
  if (region.scope.kind === 'instance') return t('everyFrame');
  const last = group.at(-1)?.position ?? first;
  if (last === first) return null;
  const count = group.length;
  if (count === last - first + 1) return t(isClip ? 'allFrames' : 'allImages', { first, last });
  return t(isClip ? 'someFrames' : 'someImages', { count, first, last });
};
