/** Asks the store, and turns what it refuses into refusals a caller understands. */
import { problem, type Problem } from '../kit/problem.ts';
import { OlapTimeout, OlapTooLarge, OlapUnavailable, type Olap } from '../kit/olap.ts';
import type { Compiled } from './compile/table.ts';

export const TIMEOUT_SECONDS = 30;

/** CANNOT_COMPILE_REGEXP: a pattern is well-formed but too large for the store. */
const BAD_PATTERN = '427';
const OUT_OF_MEMORY = '241';
/** TOO_MANY_ROWS: more groups than the statement allows. */
const TOO_MANY_GROUPS = '158';

/** The same; null where the statement made more groups than it allows. */
export async function runBounded<Row>(
  olap: Pick<Olap, 'query'>,
  compiled: Compiled,
  signal: AbortSignal,
): Promise<readonly Row[] | Problem | null> {
  try {
    return await run<Row>(olap, compiled, signal);
  } catch (error) {
    if ((error as { code?: unknown }).code === TOO_MANY_GROUPS) return null;
    throw error;
  }
}

export async function run<Row>(
  olap: Pick<Olap, 'query'>,
  { sql, params }: Compiled,
  signal: AbortSignal,
): Promise<readonly Row[] | Problem> {
  try {
    return await olap.query<Row>(sql, params, { signal, timeoutSeconds: TIMEOUT_SECONDS });
  } catch (error) {
    // The caller hung up: the answer is not read, and it is no bug.
    if (signal.aborted) return problem('timeout', 'The request was called off.');
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Problem {
  if (error instanceof OlapTimeout) {
    return problem('timeout', `The report took longer than ${TIMEOUT_SECONDS} seconds.`);
  }
  if (error instanceof OlapUnavailable)
    return problem('backend_error', 'The analytics store does not answer now.');
  if (error instanceof OlapTooLarge) {
    const message =
      'filters: with its segments the question is larger than the analytics store takes: ask with fewer conditions';
    return problem('query_error', message, 'filters');
  }
  const { code } = error as { code?: unknown };
  if (code === BAD_PATTERN)
    return problem('query_error', 'filters: a regular expression is too large', 'filters');
  if (code === OUT_OF_MEMORY) {
    return problem(
      'query_error',
      'The report needs more memory than the store may use: ask for fewer rows or days.',
      'date1',
    );
  }
  throw error;
}
