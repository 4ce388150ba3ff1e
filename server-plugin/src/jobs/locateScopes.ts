import type { JobRequest, Region, RegionScope } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import type { JobRegion } from './jobOrder.ts';

/** From a scope, whose UID identifies, to Orthanc's identifier. @throws CodedError JOB_REGION_UNKNOWN */
export type Locate = (scope: RegionScope, where: string) => OrthancId;

/** What regions of a request are about. */
export interface Located {
  readonly locate: Locate;
  /** Of an instance itself, of a series its first one. */
  readonly instanceOf: ReadonlyMap<OrthancId, OrthancId>;
}

type Scopes = Partial<Pick<JobRequest, 'outsideUltrasoundRegions' | 'searched'>> & {
  readonly regions: readonly Region[];
};

/** Asks Orthanc for the series and instances of a study, where the request names any. */
export const locatorOf = async (
  orthanc: OrthancClient,
  study: OrthancId,
  { regions, outsideUltrasoundRegions = [], searched = [] }: Scopes,
): Promise<Located> => {
  const isNeeded = regions.length + outsideUltrasoundRegions.length + searched.length > 0;
  const [series, instances] = isNeeded
    ? await Promise.all([orthanc.seriesOf(study), orthanc.instancesOf(study)])
    : [[], []];
  const seriesIds = new Map(series.map(({ seriesInstanceUID, id }) => [seriesInstanceUID, id]));
  const instanceIds = new Map(instances.map(({ sopInstanceUID, id }) => [sopInstanceUID, id]));
  const locate: Locate = (scope, where) => {
    const orthancId =
      'sopInstanceUID' in scope
        ? instanceIds.get(scope.sopInstanceUID)
        : seriesIds.get(scope.seriesInstanceUID);
    if (orthancId === undefined) throw new CodedError('JOB_REGION_UNKNOWN', where);
    return orthancId;
  };
  const instanceOf = new Map(
    instances.toReversed().flatMap(({ id, series: of }) => [[id, id] as const, [of, id] as const]),
  );
  return { locate, instanceOf };
};

export const locatedRegions = (regions: readonly Region[], locate: Locate): readonly JobRegion[] =>
  regions.map(({ scope, ...place }, index) => ({ ...place, orthancId: locate(scope, `regions[${index}]`) }));
