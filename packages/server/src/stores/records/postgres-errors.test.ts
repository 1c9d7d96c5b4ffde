import { expect, it } from 'vitest';
import { RecordsUnavailable } from '../../kit/records.ts';
import { toPostgresError } from './postgres-errors.ts';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it.each([
  withCode('ECONNREFUSED'),
  withCode('ECONNRESET'),
  withCode('EPIPE'),
  withCode('ENOENT'),
  withCode('ETIMEDOUT'),
  withCode('EAI_AGAIN'),
  withCode('08006'),
  withCode('57P01'),
  withCode('57P03'),
  withCode('53300'),
  withCode('53100'),
  withCode('25006'),
  withCode('57014'),
  new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]),
  new Error('timeout exceeded when trying to connect'),
  new Error('Query read timeout'),
  new Error('Connection terminated unexpectedly'),
  new Error('Connection terminated due to connection timeout'),
  new Error('Client has encountered a connection error and is not queryable'),
])('%s is told as a store that is away', (error) => {
  const told = toPostgresError(error);
  expect(told).toBeInstanceOf(RecordsUnavailable);
  expect((told as Error).message).toMatch(/^The records database cannot be used now: .+\.$/);
});

it.each([withCode('23505'), withCode('42P01'), withCode('22P02'), new TypeError('x'), 'x', undefined])(
  '%s stays what it is',
  (error) => {
    expect(toPostgresError(error)).toBe(error);
  },
);
