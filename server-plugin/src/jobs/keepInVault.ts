import type { ObjectIdentity } from '../engine/objectIdentity.ts';
import type { OrthancClient, OrthancInstance } from '../orthanc/orthancClient.ts';
import type { OpenProject } from '../projects/projectRegistry.ts';
import type { VaultOf } from '../vault/vaults.ts';
import type { JobRecord } from './jobRecord.ts';

export interface VaultParts {
  readonly orthanc: OrthancClient;
  readonly vaultOf: VaultOf;
}

/**
 * Keeps what the copies of a job will be called, before any is stored: a pseudonym that nobody could undo must not go out.
 *
 * @throws CodedError VAULT_UNREADABLE, ORTHANC_…
 */
export const keepInVault = async (
  { project: id, study }: JobRecord,
  { profile, pseudonyms }: OpenProject,
  identity: ObjectIdentity,
  originals: readonly OrthancInstance[],
  { orthanc, vaultOf }: VaultParts,
): Promise<void> => {
  const pairOf = (uid: string): [string, string] => [uid, profile.retainUIDs ? uid : pseudonyms.uid(uid)];
  const series = await orthanc.seriesOf(study);
  await vaultOf(id).studies.keep(
    {
      patientName: [...identity.patientName],
      patientID: [...identity.patientID],
      issuerOfPatientID: identity.issuerOfPatientID,
      studyInstanceUID: [...identity.studyInstanceUID],
      accessionNumber: [...identity.accessionNumber],
      series: series.map(({ seriesInstanceUID }) => pairOf(seriesInstanceUID)),
    },
    originals.map(({ sopInstanceUID }) => pairOf(sopInstanceUID)),
  );
};
