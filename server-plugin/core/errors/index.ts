export { CodedError } from './codedError.ts';
export { ERROR_TABLE, type ErrorCode, type ErrorEntry } from './errorTable.ts';
