import { expect, it } from 'vitest';
import { invitationEndpoints, type InvitationEndpointDeps } from './endpoints.ts';
import { testRule } from './test-rule.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-04-02T12:00:00Z');

/** @returns the period in which the report looks for what happened; null: it was refused */
async function periodOf(timeZone: string, query: object): Promise<readonly [string, string] | null> {
  let period: readonly [string, string] | null = null;
  const deps = {
    invitations: {
      rule: async () => testRule(),
      events: async (_counter: number, _rule: string, from: number, to: number) => {
        period = [new Date(from).toISOString(), new Date(to).toISOString()];
        return [];
      },
    },
    conversations: { begun: async () => [] },
    reaches: { reaches: async () => [] },
    counters: { get: async () => ({ currency: 'EUR', timeZone }) },
    goals: { list: async () => [] },
    clock: { now: () => NOW },
  };
  const report = invitationEndpoints(deps as unknown as InvitationEndpointDeps).find(({ url }) =>
    url.endsWith('/report'),
  );
  if (report === undefined) throw new Error('no report');
  await report.handle(
    { params: { counterId: 7, ruleId: 'rule-1' }, query, body: undefined },
    { caller: null, authorise: async () => null, signal: new AbortController().signal },
  );
  return period;
}

it.each([
  ['UTC', '2026-03-28T00:00:00.000Z', '2026-03-29T23:59:59.999Z'],
  ['America/New_York', '2026-03-28T04:00:00.000Z', '2026-03-30T03:59:59.999Z'],
  // The clock is put forward in the night to the 29th.
  ['Europe/Berlin', '2026-03-27T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
])("a report's days are the counter's: %s", async (timeZone, from, to) => {
  expect(await periodOf(timeZone, { date1: '2026-03-28', date2: '2026-03-29' })).toEqual([from, to]);
});

it('a report of no days is of the last thirty', async () => {
  const from = new Date(NOW - 30 * 24 * HOUR).toISOString();
  expect(await periodOf('UTC', {})).toEqual([from, new Date(NOW).toISOString()]);
});

it('a period that ends before it begins is refused', async () => {
  expect(await periodOf('UTC', { date1: '2026-03-29', date2: '2026-03-28' })).toBeNull();
});
