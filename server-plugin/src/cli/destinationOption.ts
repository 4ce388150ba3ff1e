import { InvalidArgumentError } from 'commander';
import { DestinationSetting, type DestinationInput } from '../destinations/destinationSetting.ts';

/** What follows the kind of a destination. */
const DETAIL_OF = {
  source: null,
  orthanc: 'url',
  stow: 'url',
  'dicom-node': 'modality',
  folder: 'path',
  zip: 'path',
} as const;

const isKind = (word: string): word is keyof typeof DETAIL_OF => Object.hasOwn(DETAIL_OF, word);

/** `source`, `orthanc:URL`, `stow:URL`, `dicom-node:NAME`, `folder:PATH` or `zip:PATH`. */
export const parseDestination = (text: string): DestinationInput => {
  const [, kind = '', detail = ''] = /^([^:]*):?(.*)$/.exec(text) ?? [];
  if (!isKind(kind))
    throw new InvalidArgumentError(`must begin with one of ${Object.keys(DETAIL_OF).join(', ')}`);
  const key = DETAIL_OF[kind];
  const parsed = DestinationSetting.safeParse({ kind, ...(key !== null && { [key]: detail }) });
  if (!parsed.success)
    throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join('; '));
  return parsed.data;
};

/** `file:PATH` or `variable:NAME` */
export const parseSecret = (text: string): { file: string } | { variable: string } => {
  const [, place, name = ''] = /^(file|variable):(.+)$/.exec(text) ?? [];
  if (place === undefined) throw new InvalidArgumentError('must be file:PATH or variable:NAME');
  return place === 'file' ? { file: name } : { variable: name };
};

/** A destination with the place of its login. */
export const destinationWith = (
  destination: DestinationInput,
  login: ReturnType<typeof parseSecret> | undefined,
): DestinationInput => {
  if (login === undefined) return destination;
  if (destination.kind !== 'orthanc' && destination.kind !== 'stow')
    throw new InvalidArgumentError('only destinations with an address have a login');
  return { ...destination, login };
};
