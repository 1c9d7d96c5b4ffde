/** What an error of the ClickHouse client means to the port. */
import { ClickHouseError } from '@clickhouse/client';
import { OlapTimeout, OlapTooLarge, OlapUnavailable } from '../../kit/olap.ts';

/** TIMEOUT_EXCEEDED */
const TIMED_OUT = '159';

/** Too deep, too many parts, too deep a recursion; a text that is too long is numbered as any mistake in it. */
const TOO_LARGE = new Set(['167', '168', '306']);
const TOO_LONG = /^Max query size exceeded|Field value too long/;

/**
 * The store is there but cannot serve this now: too many queries, network or keeper trouble, shutting down,
 * killed from outside, unknown database while it is being made.
 */
const UNAVAILABLE = new Set(['202', '209', '210', '236', '242', '279', '394', '999']);

/** NOT_ENOUGH_SPACE; and what files and folders cannot be written for, where the system says the same. */
const FULL = '243';
const NOT_WRITTEN = new Set(['75', '76', '481']);
const NO_SPACE = /No space left on device/;

/** Low-level errors carry one of these: the connection failed, or broke off. */
const CONNECTION_CODES = /^(E[A-Z]+|UND_ERR_.*|HPE_.*)$/;

/** @param deadlinePassed our own, longer limit ran out: the store does not answer */
export function toOlapError(error: unknown, deadlinePassed: boolean): Error {
  const cause = error instanceof Error ? error : new Error(String(error));
  if (deadlinePassed) return new OlapUnavailable('The analytics store does not answer.', { cause });
  if (cause instanceof ClickHouseError) {
    if (cause.code === TIMED_OUT) return new OlapTimeout(cause.message, { cause });
    if (TOO_LARGE.has(cause.code) || TOO_LONG.test(cause.message))
      return new OlapTooLarge(cause.message, { cause });
    if (isFull(cause)) return new OlapUnavailable('The disk of the analytics store is full.', { cause });
    if (UNAVAILABLE.has(cause.code)) return new OlapUnavailable(cause.message, { cause });
    return cause;
  }
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const broken = CONNECTION_CODES.test(code) || /socket hang up|timeout/i.test(cause.message);
  return broken ? new OlapUnavailable('The analytics store cannot be reached.', { cause }) : cause;
}

function isFull({ code, message }: ClickHouseError): boolean {
  return code === FULL || (NOT_WRITTEN.has(code) && NO_SPACE.test(message));
}
