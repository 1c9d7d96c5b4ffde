/** Which errors of the store's client pass, and which stay for as long as the rows are the same. */
import { ClickHouseError } from '@clickhouse/client';
import { expect, it } from 'vitest';
import { OlapUnavailable } from '../../kit/olap.ts';
import { toOlapError } from './errors.ts';

const error = (code: string, message: string) => new ClickHouseError({ code, message, type: 'X' });
const FULL = 'The disk of the analytics store is full.';

it.each([
  ['243', 'Cannot reserve 1.00 MiB, not enough space'],
  ['75', 'Cannot write to file /x, errno: 28, strerror: No space left on device'],
  ['76', 'Cannot open file /x, errno: 28, strerror: No space left on device'],
])('[K12] a full disk: %s', (code, message) => {
  const found = toOlapError(error(code, message), false);
  expect(found).toBeInstanceOf(OlapUnavailable);
  expect(found.message).toBe(FULL);
});

it.each([
  ['27', "Cannot parse input: expected quote before: 'No space left on device'"],
  ['75', 'Cannot write to file /x, errno: 5, strerror: Input/output error'],
])('rows, and other faults of files, are none: %s', (code, message) => {
  expect(toOlapError(error(code, message), false)).not.toBeInstanceOf(OlapUnavailable);
});
