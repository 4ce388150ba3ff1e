import { join, resolve } from 'node:path';
import { OrthancClient } from '../orthanc/orthancClient.ts';
import { OrthancRequests } from '../orthanc/orthancRequests.ts';
import { RemoteModality } from '../orthanc/remoteModality.ts';
import type { OrthancAccess } from '../config/config.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import { accessOf } from './destinationAccess.ts';
import type { Destination } from './destination.ts';
import type { DestinationSetting } from './destinationSetting.ts';
import { folderDestination } from './folderDestination.ts';
import { nodeDestination } from './nodeDestination.ts';
import { orthancDestination, sourceDestination } from './orthancDestination.ts';
import { stowDestination } from './stowDestination.ts';
import { zipDestination } from './zip/zipDestination.ts';

export interface DestinationParts {
  readonly projects: ProjectRegistry;
  /** The source Orthanc. */
  readonly orthanc: OrthancClient;
  readonly access: OrthancAccess;
  readonly dataFolder: string;
}

/** The destination of a project. @throws CodedError PROJECT_NOT_FOUND, DESTINATION_INVALID */
export type DestinationOf = (project: string) => Destination;

/** Destinations are opened when they are first used; their credentials stay in memory only. */
export const openDestinations = ({
  projects,
  orthanc,
  access,
  dataFolder,
}: DestinationParts): DestinationOf => {
  const places = { dataFolder, environment: process.env };
  const scratchFolder = join(dataFolder, 'copies');
  const open = (setting: DestinationSetting): Destination => {
    switch (setting.kind) {
      case 'source':
        return sourceDestination(orthanc, scratchFolder);
      case 'orthanc':
        return orthancDestination(new OrthancClient(accessOf(setting, places)), scratchFolder);
      case 'stow':
        return stowDestination(new OrthancRequests(accessOf(setting, places)), scratchFolder);
      case 'dicom-node':
        return nodeDestination(new RemoteModality(new OrthancRequests(access), setting.modality));
      case 'folder':
        return folderDestination(resolve(dataFolder, setting.path));
      case 'zip':
        return zipDestination(resolve(dataFolder, setting.path), scratchFolder);
    }
  };
  const opened = new Map<string, Destination>();
  return (project) => {
    // Projects may change while the bridge runs.
    const setting = projects.destinationOf(project);
    const key = JSON.stringify(setting);
    const destination = opened.get(key) ?? open(setting);
    opened.set(key, destination);
    return destination;
  };
};
