import type { ApiError } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { apiErrorOf } from '../jobs/jobRecord.ts';

const FIRST_SERVER_STATUS = 500;

/** Any error as one of the table. Where it comes from a library, its message is left out: it may hold anything. */
const codedErrorOf = (error: Error): CodedError => {
  if (error instanceof CodedError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation;
    return new CodedError('REQUEST_INVALID', issue?.instancePath.slice(1) || null, { cause: error });
  }
  const { statusCode = FIRST_SERVER_STATUS } = error as FastifyError;
  return statusCode < FIRST_SERVER_STATUS
    ? new CodedError('REQUEST_INVALID', null, { cause: error })
    : new CodedError('INTERNAL', null, { cause: error });
};

const bodyOf = ({ code, where }: CodedError): ApiError => apiErrorOf(code, where);

export const handleError = (error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const coded = codedErrorOf(error);
  if (coded.code === 'INTERNAL') request.log.error({ err: error }, 'request failed');
  return reply.code(coded.status).send(bodyOf(coded));
};

export const handleNotFound = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const error = new CodedError('ROUTE_NOT_FOUND');
  return reply.code(error.status).send(bodyOf(error));
};
