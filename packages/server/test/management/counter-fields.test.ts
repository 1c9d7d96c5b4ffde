import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, openManagementApi, type ManagementApi } from './management-api.ts';

let api: ManagementApi;
beforeAll(async () => {
  api = await openManagementApi();
});
afterAll(() => api.close());

const faultsOf = async (method: 'POST' | 'PUT', path: string, body: unknown) => {
  const { status, body: answer } = await api.call(method, path, body);
  return [status, ...answer.errors.map(({ error_type, location }) => `${error_type} ${location}`)];
};

describe('a counter in the field’s shape', () => {
  it('takes the older spellings of its addresses, in which whole counters come back', async () => {
    const made = await api.call('POST', '/counters', {
      counter: { name: 'Old', site: 'old.example', mirrors: ['m.old.example'] },
    });
    const { counter } = made.body;
    expect(counter).toMatchObject({
      type: 'simple',
      site: 'old.example',
      site2: { site: 'old.example' },
      mirrors: ['m.old.example'],
      mirrors2: [{ site: 'm.old.example' }],
    });
    const path = `/counter/${counter.id}`;
    const change = async (changes: object) => {
      const { body } = await api.call('PUT', path, { counter: { ...counter, ...changes } });
      const { site, site2, mirrors, mirrors2 } = body.counter;
      expect([site2.site, mirrors2.map((one) => one.site)]).toEqual([site, mirrors]);
      await api.call('PUT', path, { counter: { site: 'old.example', mirrors: ['m.old.example'] } });
      return [site, mirrors];
    };
    expect(await change({})).toEqual(['old.example', ['m.old.example']]);
    expect(await change({ site: 'new.example' })).toEqual(['new.example', ['m.old.example']]);
    expect(await change({ site2: { site: 'new.example' } })).toEqual(['new.example', ['m.old.example']]);
    expect(await change({ mirrors: [] })).toEqual(['old.example', []]);
    expect(await change({ mirrors2: [] })).toEqual(['old.example', []]);
    expect(
      await faultsOf('PUT', path, { counter: { site: 'a.example', site2: { site: 'b.example' } } }),
    ).toEqual([400, 'invalid_parameter counter.site']);
    expect(await faultsOf('POST', '/counters', { counter: { name: 'None' } })).toEqual([
      400,
      'missing_parameter counter.site2',
    ]);
    expect(await faultsOf('PUT', path, { counter: { mirrors: ['not an address'] } })).toEqual([
      400,
      'invalid_parameter counter.mirrors2.0.site',
    ]);
  });

  it('says of its tag what was really seen, in lists too', async () => {
    const id = await api.makeCounter();
    const day = 86_400_000;
    const stands = async () => {
      const { counters } = (await api.call('GET', `/counters?counter_ids=${id}`)).body;
      const { counter } = (await api.call('GET', `/counter/${id}`)).body;
      expect(counters).toEqual([counter]);
      return [counter.code_status, counter.activity_status];
    };
    expect(await stands()).toEqual(['CS_WAIT_FOR_CHECKING', 'low']);
    api.seen.set(id, { firstHitAt: NOW - day, lastHitAt: NOW - 1, week: 7_000 });
    expect(await stands()).toEqual(['CS_OK', 'high']);
    api.seen.set(id, { firstHitAt: NOW - 30 * day, lastHitAt: NOW - 8 * day, week: 0 });
    expect(await stands()).toEqual(['CS_OK_NO_DATA', 'low']);
  });
});

describe('[M73] the table of rates', () => {
  it('is set as a whole, read by whoever may view, and says each fault at its place', async () => {
    const path = `/api/v1/counters/${await api.makeCounter()}/rates`;
    const usd = { currency: 'USD', day: '2026-03-01', rate: 92.5 };
    const put = (rates: unknown, into = 'RUB') => faultsOf('PUT', path, { table: { into, rates } });
    expect((await api.call('GET', path)).body.table).toEqual({ into: '', rates: [] });
    const table = { into: 'RUB', rates: [usd] };
    expect((await api.call('PUT', path, { table })).body.table).toEqual(table);
    expect(await put([usd, { ...usd, rate: 0 }])).toEqual([400, 'invalid_parameter table.rates.1.rate']);
    expect(await put([{ ...usd, rate: -90 }])).toEqual([400, 'invalid_parameter table.rates.0.rate']);
    expect(await put([usd, usd])).toEqual([400, 'invalid_parameter table.rates.1.day']);
    expect(await put([usd], '')).toEqual([400, 'invalid_parameter table.into']);
    expect((await api.call('GET', path, undefined, 'ann-reads')).body.table).toEqual(table);
    expect((await api.call('PUT', path, { table }, 'ann-reads')).status).toBe(403);
    expect((await api.call('GET', path, undefined, 'bob')).status).toBe(403);
    expect((await api.call('PUT', path, { table: { into: '', rates: [] } })).body.table.rates).toEqual([]);
  });
});
