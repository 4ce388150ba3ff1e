import { readFileSync } from 'node:fs';
import { JobRequest, type RegionScope } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  DEFAULT_CHARACTER_SET,
  find,
  TAG,
  tagOfKeyword,
  textOf,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import { PIXELS_LEFT, type PixelOrder } from '../engine/deidentifyInstance.ts';

/** What `--regions` names: JSON with what a job of the HTTP API says of pixels. */
const RegionFile = JobRequest.pick({
  regions: true,
  fill: true,
  outsideUltrasoundRegions: true,
  searched: true,
});

const uidIn = ({ source, dataset }: Part10File, tag: number | undefined): string => {
  const element = tag === undefined ? undefined : find(dataset, tag);
  return element === undefined ? '' : textOf(source, element, DEFAULT_CHARACTER_SET);
};

/**
 * Reads the regions of many files.
 *
 * @returns what is to be done with the pixels of a file
 * @throws CodedError REGIONS_INVALID
 */
export const readRegionFile = (path: string): ((original: Part10File) => PixelOrder) => {
  let parsed: ReturnType<typeof RegionFile.safeParse>;
  try {
    parsed = RegionFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new CodedError('REGIONS_INVALID', null, { cause });
  }
  if (!parsed.success)
    throw new CodedError('REGIONS_INVALID', parsed.error.issues[0]?.path.join('.') ?? null);
  const { regions, fill, outsideUltrasoundRegions, searched } = parsed.data;
  return (original) => {
    const sopInstanceUID = uidIn(original, TAG.SOPInstanceUID);
    const seriesInstanceUID = uidIn(original, tagOfKeyword('SeriesInstanceUID'));
    const isMeant = (scope: RegionScope): boolean =>
      'sopInstanceUID' in scope
        ? scope.sopInstanceUID === sopInstanceUID
        : scope.seriesInstanceUID === seriesInstanceUID;
    return {
      regions: regions.filter(({ scope }) => isMeant(scope)),
      fill,
      outsideUltrasoundRegions: outsideUltrasoundRegions.some(isMeant),
      searched: searched.includes(sopInstanceUID),
    };
  };
};

/** Without `--regions`. */
export const noRegions = (): PixelOrder => PIXELS_LEFT;
