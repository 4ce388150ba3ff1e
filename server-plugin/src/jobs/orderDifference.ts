import type { PixelSetting } from '@pseudonymize-redact/core/contract';
import type { JobOrder, JobRegion } from './jobOrder.ts';

/** How the regions of one instance or series differ. */
export interface RegionDifference {
  readonly orthancId: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

const isSame = (a: JobRegion, b: JobRegion): boolean =>
  a.angleDegrees === b.angleDegrees &&
  a.frames?.first === b.frames?.first &&
  a.frames?.last === b.frames?.last &&
  a.box.every((edge, index) => edge === b.box[index]);

const overlap = ({ box: a }: JobRegion, { box: b }: JobRegion): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1]);

/** Takes out of `rest` what pairs with each of `regions`. @returns those that found no partner */
const unpaired = (
  regions: readonly JobRegion[],
  rest: JobRegion[],
  pairs: (a: JobRegion, b: JobRegion) => boolean,
): readonly JobRegion[] =>
  regions.filter((region) => {
    const place = rest.findIndex((other) => pairs(region, other));
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });

/** A region that overlaps an earlier one was changed into it; what is left was added or removed. */
export const regionDifferences = (
  before: readonly JobRegion[],
  now: readonly JobRegion[],
): readonly RegionDifference[] => {
  const earlier = Map.groupBy(before, ({ orthancId }) => orthancId);
  const present = Map.groupBy(now, ({ orthancId }) => orthancId);
  return [...new Set([...earlier.keys(), ...present.keys()])].flatMap((orthancId) => {
    const rest = [...(earlier.get(orthancId) ?? [])];
    const other = unpaired(present.get(orthancId) ?? [], rest, isSame);
    const added = unpaired(other, rest, overlap).length;
    const difference = { orthancId, added, removed: rest.length, changed: other.length - added };
    return added + difference.removed + difference.changed === 0 ? [] : [difference];
  });
};

/** An order with what its project says where it says nothing. */
export type WholeOrder = Pick<JobOrder, 'search' | 'fill' | 'outsideUltrasoundRegions'> & {
  readonly textPolicy: string;
};

/** What two orders say differently of all pixels. */
export const settingDifferences = (before: WholeOrder, now: WholeOrder): readonly PixelSetting[] => {
  const told = ({ search, textPolicy, fill, outsideUltrasoundRegions }: WholeOrder) => ({
    search,
    // It has no say where nothing is searched.
    textPolicy: search === 'auto' ? textPolicy : null,
    fill,
    outsideUltrasoundRegions: [...outsideUltrasoundRegions].sort(),
  });
  const [a, b] = [told(before), told(now)];
  const settings = ['search', 'textPolicy', 'fill', 'outsideUltrasoundRegions'] as const;
  return settings.filter((setting) => JSON.stringify(a[setting]) !== JSON.stringify(b[setting]));
};
