import { Fill, ProfileName, Region, TextPolicy } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import type { PixelOrder } from '../engine/deidentifyInstance.ts';
import type { OrthancInstance } from '../orthanc/orthancClient.ts';

/** A region whose scope is Orthanc's identifier of an instance or a series: no UID of an original stands in a job. */
export const JobRegion = Region.omit({ scope: true }).extend({ orthancId: z.string() });
export type JobRegion = z.infer<typeof JobRegion>;

/** An instance that a decision on a hold is about. */
const DecidedInstance = z.object({
  orthancId: z.string(),
  /** Whether it is stored whatever text is found on it. */
  released: z.boolean(),
});

/** What a job is to do; all identifiers are Orthanc's. */
export const JobOrder = z.object({
  /** Null: the project's own. */
  profile: ProfileName.nullable().default(null),
  regions: z.array(JobRegion).default([]),
  fill: Fill.default('darkest'),
  search: z.enum(['none', 'auto']).default('none'),
  /** Null: the project's. */
  textPolicy: TextPolicy.nullable().default(null),
  /** Instances and series. */
  outsideUltrasoundRegions: z.array(z.string()).default([]),
  /** Instances whose unchanged frames need no search. */
  searched: z.array(z.string()).default([]),
  /** Null: all of the study. */
  instances: z.array(DecidedInstance).nullable().default(null),
});
export type JobOrder = z.infer<typeof JobOrder>;

/** What the order says of the pixels of one instance. */
export const pixelOrderOf = (
  { regions, fill, outsideUltrasoundRegions }: JobOrder,
  { id, series }: Pick<OrthancInstance, 'id' | 'series'>,
  searched: boolean,
): PixelOrder & Pick<JobOrder, 'regions'> => {
  const isMeant = (orthancId: string): boolean => orthancId === id || orthancId === series;
  return {
    regions: regions.filter(({ orthancId }) => isMeant(orthancId)),
    fill,
    outsideUltrasoundRegions: outsideUltrasoundRegions.some(isMeant),
    searched,
  };
};
