import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';

const DESTINATION_CODES: Partial<Record<ErrorCode, ErrorCode>> = {
  ORTHANC_UNREACHABLE: 'DESTINATION_UNREACHABLE',
  ORTHANC_UNAUTHORIZED: 'DESTINATION_UNAUTHORIZED',
  ORTHANC_REFUSED: 'DESTINATION_REFUSED',
  ORTHANC_NOT_FOUND: 'DESTINATION_REFUSED',
};

/** Does work at a destination that answers over HTTP: its errors are not those of the source Orthanc. */
export const atDestination = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const code = DESTINATION_CODES[error.code];
    if (code === undefined) throw error;
    throw new CodedError(
      code,
      error.where ?? (error.code === 'ORTHANC_NOT_FOUND' ? 'HTTP status 404' : null),
    );
  }
};

/** Does work on files of a destination: a disk that is full or away may come back. */
export const inFiles = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof CodedError || syscall === undefined) throw error;
    // The path, which the message has, is left out.
    throw new CodedError('DESTINATION_UNREACHABLE', code ?? null);
  }
};
