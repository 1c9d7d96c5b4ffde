/** The edge where a bug becomes an opaque answer, and the framework's own refusals get the API's shape. */
import { randomUUID } from 'node:crypto';
import type { ApiError } from '@goalpost/contract/management';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { JournalUnavailable } from '../../collect/index.ts';
import { errorBody, problem } from '../../kit/problem.ts';
import { createLogLimit } from '../../kit/limits/log-limit.ts';
import { OlapTimeout, OlapTooLarge, OlapUnavailable } from '../../kit/olap.ts';
import { RecordsUnavailable } from '../../kit/records.ts';
import { sendBody, sendProblem } from './answer.ts';
import { BrokenBody } from './json-body.ts';
import { brokenJson } from './problem-catalogue.ts';

/** What `http/` asks of a log: one line with fields. */
export interface ErrorLog {
  error(fields: Record<string, unknown>, message: string): void;
}

export function errorHandler(log: ErrorLog) {
  // While the store is away, each request of a stranger would be a line.
  const storeAway = createLogLimit();
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof OlapTimeout) {
      return sendProblem(
        request,
        reply,
        problem('timeout', 'The report took too long. Ask for a shorter period.'),
      );
    }
    if (error instanceof OlapTooLarge) {
      const message = 'This asks for more at once than the analytics store takes. Ask for less.';
      return sendProblem(request, reply, problem('query_error', message));
    }
    if (error instanceof OlapUnavailable) {
      const message =
        'The analytics store is not available now. Hits are still taken; try again in a moment.';
      return sendProblem(request, reply, problem('backend_error', message));
    }
    if (error instanceof JournalUnavailable) {
      const message =
        'The change is saved, but cannot be written to the journal now, so hits are still counted as before. ' +
        'Look at the disk of the data folder, then save again.';
      return sendProblem(request, reply, problem('backend_error', message));
    }
    // The client has gone, perhaps in the middle of what it sent: no one reads this.
    if (isGone(error, request)) {
      return sendProblem(request, reply, problem('timeout', 'The request was given up.'));
    }
    if (error instanceof RecordsUnavailable) {
      storeAway((held) =>
        log.error({ err: error, method: request.method, held }, 'the records store is not available'),
      );
      return sendProblem(request, reply, problem('backend_error', error.message));
    }
    if (error instanceof BrokenBody)
      return sendProblem(request, reply, brokenJson(error.message, error.place));
    const refused = frameworkRefusal(error, request);
    if (refused) return sendBody(request, reply, refused.code, refused);
    const id = randomUUID();
    log.error(
      { err: error, errorId: id, method: request.method, path: request.routeOptions.url },
      'request failed',
    );
    return sendBody(
      request,
      reply,
      500,
      errorBody(500, 'backend_error', `Something went wrong on the server: ${id}`),
    );
  };
}

function isGone(error: unknown, { raw }: FastifyRequest): boolean {
  if (!(error instanceof Error) || !raw.destroyed) return false;
  return error.name === 'AbortError' || error === raw.errored;
}

/** Instead of Fastify's words, which name no place and would say a whole address again [M136]. */
const OWN_WORDS: Readonly<Record<string, { readonly message: string; readonly place: string }>> = {
  FST_ERR_BAD_URL: { message: 'The path of the address has a broken escape.', place: 'path' },
  FST_ERR_MAX_PARAM_LENGTH: { message: 'A part of the path of the address is too long.', place: 'path' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    message: 'A body of this type cannot be read: send JSON or a form.',
    place: 'content-type',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    message: 'The body has another length than was said.',
    place: 'content-length',
  },
};

const MEGABYTE = 1024 * 1024;

/** Errors below 500 that Fastify and its plugins raise about the request itself. */
function frameworkRefusal(error: unknown, { routeOptions }: FastifyRequest): ApiError | null {
  if (!(error instanceof Error)) return null;
  const { statusCode, message, code } = error as FastifyError;
  const own = Object.hasOwn(OWN_WORDS, code ?? '') ? OWN_WORDS[code] : undefined;
  if (own !== undefined) return errorBody(statusCode ?? 400, 'invalid_parameter', own.message, own.place);
  if (statusCode === 413) {
    const most = Math.floor((routeOptions.bodyLimit ?? MEGABYTE) / MEGABYTE);
    return errorBody(413, 'limit_exceeded', `The body is larger than ${most} MB.`);
  }
  if (statusCode === 429) return errorBody(429, 'quota_requests_by_uid', message);
  if (statusCode === 404) return errorBody(404, 'not_found', message);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return errorBody(statusCode, 'invalid_parameter', message);
  }
  return null;
}
