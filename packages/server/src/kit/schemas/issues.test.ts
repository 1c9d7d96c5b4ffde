import { FunnelSteps } from '@goalpost/contract/reports/funnels';
import { RateTable } from '@goalpost/contract/reports/rates';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readBy, readNowBy, type Read } from './issues.ts';

const told = (read: Read<unknown>): string[] =>
  read.success ? [] : read.faults.map(({ path, why }) => `${path.join('.')}: ${why}`);
const page = { type: 'page' };

it.each<[string, z.ZodType, unknown, string[]]>([
  ['too many steps', FunnelSteps, Array(1_000).fill(page), [': at most 10 items are possible']],
  ['too few', FunnelSteps, [page], [': at least 2 items are possible']],
  [
    'a step of no type',
    FunnelSteps,
    [page, { type: 'x' }],
    ['1.type: only one of these is possible: "page", "event", "download", "goal", "chat"'],
  ],
  [
    'a field that the form does not have',
    FunnelSteps,
    [page, { type: 'page', name: 'x' }],
    ['1: there is no field "name" here'],
  ],
  [
    'half a goal',
    FunnelSteps,
    [page, { type: 'goal', goal_id: 1.5 }],
    ['1.goal_id: a whole number is needed'],
  ],
  [
    'its author’s words first',
    RateTable,
    { into: 'EUR', rates: [{ currency: 'USD', day: '2026-02-30', rate: 0 }] },
    [
      'rates.0.day: a day such as 2026-03-31 is needed',
      'rates.0.rate: a rate is a number above 0, at least 1e-9',
    ],
  ],
  [
    'the form that has the type',
    RateTable,
    { into: 'euro', rates: [] },
    ['into: a currency is three capital letters of ISO 4217, such as USD'],
  ],
  [
    'a fault deep within one of two forms',
    z.object({ of: z.string().or(z.object({ list: z.array(z.number()) })) }),
    { of: { list: [1, 'x'] } },
    ['of.list.1: a number is needed'],
  ],
  ['no form has its type', z.string().or(z.boolean()), 5, [': a text or true or false is needed']],
  ['a number beyond bounds', z.number().max(5), 6, [': a number of at most 5 is needed']],
])('[M131] says %s', async (_what, schema, given, expected) => {
  expect(told(readNowBy(schema, given))).toEqual(expected);
  expect(told(await readBy(schema, given))).toEqual(expected);
});

it('takes what fits, as the schema makes it', () => {
  expect(readNowBy(z.object({ a: z.coerce.number() }), { a: '5' })).toEqual({
    success: true,
    data: { a: 5 },
  });
});
