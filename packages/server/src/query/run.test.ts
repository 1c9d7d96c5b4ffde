/** What becomes of a report when the store fails, and that the store hears when the caller has gone. */
import { describe, expect, it } from 'vitest';
import { isProblem, problemBody } from '../kit/problem.ts';
import { OlapTimeout, OlapTooLarge, OlapUnavailable, type QueryOptions } from '../kit/olap.ts';
import { run, TIMEOUT_SECONDS } from './run.ts';

const COMPILED = { sql: 'SELECT 1', params: {} };
const signal = new AbortController().signal;

describe('a store that fails', () => {
  it.each([
    [new OlapTimeout('SELECT secret'), 504, 'timeout'],
    [new OlapUnavailable('SELECT secret'), 503, 'backend_error'],
    [new OlapTooLarge('SELECT secret'), 400, 'query_error', 'filters'],
    [Object.assign(new Error('SELECT secret'), { code: '427' }), 400, 'query_error', 'filters'],
    [Object.assign(new Error('SELECT secret'), { code: '241' }), 400, 'query_error', 'date1'],
  ])('[M90] %o', async (error, code, type, location?: string) => {
    const answer = await run({ query: () => Promise.reject(error) }, COMPILED, signal);
    if (!isProblem(answer)) throw new Error('not refused');
    expect(problemBody(answer)).toMatchObject({ code, errors: [{ error_type: type }] });
    expect(problemBody(answer).errors[0]?.location).toBe(location);
    expect(JSON.stringify(problemBody(answer))).not.toContain('SELECT');
  });

  it('in a way nobody foresaw is a bug, and thrown', async () => {
    const bug = Object.assign(new Error('syntax'), { code: '62' });
    await expect(run({ query: () => Promise.reject(bug) }, COMPILED, signal)).rejects.toBe(bug);
  });
});

it('is told how long a report may take, and by what it is called off', async () => {
  const seen: (QueryOptions | undefined)[] = [];
  const olap = {
    query: async <Row>(_sql: string, _params: unknown, options?: QueryOptions): Promise<Row[]> => {
      seen.push(options);
      return [];
    },
  };
  expect(await run(olap, COMPILED, signal)).toEqual([]);
  expect(seen).toEqual([{ signal, timeoutSeconds: TIMEOUT_SECONDS }]);
});

it('ends quietly when the caller hangs up', async () => {
  const caller = new AbortController();
  const query = () => {
    caller.abort();
    return Promise.reject(caller.signal.reason as Error);
  };
  expect(isProblem(await run({ query }, COMPILED, caller.signal))).toBe(true);
});
