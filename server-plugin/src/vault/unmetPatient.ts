/**
 * Thrown where a patient is met for the first time: making a copy cannot wait for the vault, and what was begun has changed nothing yet.
 * Never leaves `meetingPatients`.
 */
export class UnmetPatient extends Error {
  readonly meet: () => Promise<void>;

  /** @param meet asks the vault and remembers what it says */
  constructor(meet: () => Promise<void>) {
    super('a patient whom the vault has not been asked for');
    this.meet = meet;
  }
}

/** Does work that needs pseudonyms of patients; begins again with each whom the vault had to be asked for. */
export const meetingPatients = async <T>(work: () => T | Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnmetPatient)) throw error;
      await error.meet();
    }
  }
};
