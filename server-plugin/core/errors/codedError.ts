import { ERROR_TABLE, type ErrorCode } from './errorTable.ts';

/**
 * An error of the table. `where` says what and where: a tag path, a keyword, an offset, a UID of the Standard;
 * never a value of a dataset.
 */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  readonly where: string | null;

  constructor(code: ErrorCode, where: string | null = null, options?: ErrorOptions) {
    super(where === null ? ERROR_TABLE[code].message : `${ERROR_TABLE[code].message} (${where})`, options);
    this.code = code;
    this.where = where;
  }

  get status(): number {
    return ERROR_TABLE[this.code].status;
  }

  get retryable(): boolean {
    return ERROR_TABLE[this.code].retryable;
  }
}
