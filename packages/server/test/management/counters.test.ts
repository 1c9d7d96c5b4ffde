import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openManagementApi, type ManagementApi } from './management-api.ts';

let api: ManagementApi;
beforeAll(async () => {
  api = await openManagementApi();
});
afterAll(() => api.close());

const shop = (rest: Record<string, unknown> = {}) => ({
  counter: { name: 'Shop', site2: { site: 'shop.example' }, ...rest },
});
const faultsOf = async (method: 'POST' | 'PUT', path: string, body: unknown) => {
  const { status, body: answer } = await api.call(method, path, body);
  return [status, ...answer.errors.map(({ error_type, location }) => `${error_type} ${location}`)];
};

describe('a counter over its life', () => {
  it('is made in the field’s shape, with sensible settings', async () => {
    const { status, body } = await api.call('POST', '/counters', {
      counter: { site2: { site: 'https://Shop.example/' } },
    });
    expect(status).toBe(200);
    expect(body.counter).toEqual({
      id: expect.any(Number) as number,
      name: 'Shop.example',
      type: 'simple',
      site: 'Shop.example',
      site2: { site: 'Shop.example' },
      mirrors: [],
      mirrors2: [],
      only_mirrors: false,
      status: 'Active',
      code_status: 'CS_WAIT_FOR_CHECKING',
      activity_status: 'low',
      owner_login: 'ann@example.com',
      permission: 'own',
      create_time: '2026-07-01T12:00:00Z',
      time_zone_name: 'UTC',
      time_zone_offset: 0,
      currency: 'RUB',
      visit_threshold: 1_800,
      autogoals_enabled: true,
      filter_robots: 1,
      favorite: 0,
      tag_modules: {
        links: true,
        forms: true,
        buttons: true,
        contacts: true,
        commerce: true,
        engagement: true,
        routes: false,
        hashes: true,
        chats: true,
      },
      masking: { on: true, names: [], keep: [], shapes: [] },
      consent: { mode: 'cookies', countries: [], dnt: false, gpc: false, sources: [] },
      own_visits: { addresses: [], browsers: [] },
    });
    expect(body.counter.id).toBeGreaterThanOrEqual(10_000_000);
    expect((await api.call('GET', `/counter/${body.counter.id}`)).body).toEqual(body);
  });

  it('may have a chosen number, once', async () => {
    expect((await api.call('POST', '/counters', shop({ id: 12_345_678 }))).body.counter.id).toBe(12_345_678);
    expect(await faultsOf('POST', '/counters', shop({ id: 12_345_678 }))).toEqual([
      409,
      'conflict counter.id',
    ]);
    expect(await faultsOf('POST', '/counters', shop({ id: 4_294_967_296 }))).toEqual([
      400,
      'invalid_parameter counter.id',
    ]);
  });

  it('shows its goals and its code where asked', async () => {
    const id = await api.makeCounter();
    await api.call('POST', `/counter/${id}/goals`, {
      goal: { name: 'G', type: 'action', conditions: [{ type: 'exact', url: 'g' }] },
    });
    const { counter } = (await api.call('GET', `/counter/${id}?field=goals,mirrors,code`)).body;
    expect(counter.code).toBe(`<script>ym(${id}, 'init')</script>`);
    expect(counter.goals).toMatchObject([{ name: 'G', goal_source: 'user' }]);
    const bare = (await api.call('GET', `/counter/${id}`)).body.counter;
    expect([bare.goals, bare.code]).toEqual([undefined, undefined]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
  ])('takes the robot filter %i of the field for %i', async (sent, kept) => {
    const id = await api.makeCounter();
    const { body } = await api.call('PUT', `/counter/${id}`, { counter: { filter_robots: sent } });
    expect(body.counter.filter_robots).toBe(kept);
    expect(api.directory.get(id)?.filterRobots).toBe(kept === 1);
  });

  it('[W34] switches modules of the tag one by one', async () => {
    const id = await api.makeCounter({ tag_modules: { routes: true } });
    const change = (modules: unknown) =>
      api.call('PUT', `/counter/${id}`, { counter: { tag_modules: modules } });
    await change({ forms: 0 });
    const { body } = await change({ hashes: false, links: true });
    expect(body.counter.tag_modules).toMatchObject({
      routes: true,
      forms: false,
      hashes: false,
      links: true,
      buttons: true,
    });
    expect(api.directory.get(id)?.tagModules).toEqual([
      'links',
      'buttons',
      'contacts',
      'commerce',
      'engagement',
      'routes',
      'chats',
      'tools',
    ]);
    for (const wrong of [{ chat: true }, { forms: 2 }, { nothing: true }, [], 'forms'])
      expect((await change(wrong)).status).toBe(400);
  });

  it('changes what is sent and keeps the rest; collection knows at once', async () => {
    const id = await api.makeCounter({ currency: 'EUR', favorite: true });
    const { counter } = (
      await api.call('PUT', `/counter/${id}`, {
        counter: {
          autogoals_enabled: 0,
          mirrors2: [{ site: 'https://www.Mirror.example:8080/x?y' }, { site: 'магазин.рф' }],
          only_mirrors: true,
          time_zone_name: 'Asia/Kolkata',
          visit_threshold: 3_600,
        },
      })
    ).body;
    expect(counter).toMatchObject({
      name: 'Shop',
      currency: 'EUR',
      favorite: 1,
      autogoals_enabled: false,
      mirrors2: [{ site: 'www.Mirror.example:8080/x' }, { site: 'магазин.рф' }],
      time_zone_name: 'Asia/Kolkata',
      time_zone_offset: 330,
    });
    const config = api.directory.get(id);
    expect(config).toMatchObject({
      status: 'Active',
      hosts: ['shop.example', 'mirror.example', 'xn--80aairftm.xn--p1ai'],
      onlyHosts: true,
      visitTimeout: 3_600,
      autogoals: false,
      filterRobots: true,
      currency: 'EUR',
      goals: [],
    });
    expect(api.published.at(-1)).toBe(config);
  });

  it('may be read, changed and written back, as clients do', async () => {
    const id = await api.makeCounter({ mirrors2: [{ site: 'a.example' }] });
    const { counter } = (await api.call('GET', `/counter/${id}`)).body;
    const answer = await api.call('PUT', `/counter/${id}`, { counter: { ...counter, name: 'Renamed' } });
    expect([answer.status, answer.body.counter]).toEqual([200, { ...counter, name: 'Renamed' }]);
  });

  it('is deleted and restored', async () => {
    const id = await api.makeCounter();
    expect((await api.call('DELETE', `/counter/${id}`)).body).toEqual({ success: true });
    expect(api.directory.get(id)?.status).toBe('Deleted');
    const gone = await Promise.all([
      api.call('GET', `/counter/${id}`),
      api.call('PUT', `/counter/${id}`, { counter: { name: 'x' } }),
      api.call('DELETE', `/counter/${id}`),
    ]);
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await api.call('POST', `/counter/${id}/undelete`)).body).toEqual({ success: true });
    expect(api.directory.get(id)?.status).toBe('Active');
    expect((await api.call('GET', `/counter/${id}`)).status).toBe(200);
  });
});

describe('what is refused, and the field that is named', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['no such time zone', { time_zone_name: 'Mars/Olympus' }, ['invalid_parameter counter.time_zone_name']],
    ['an offset for a time zone', { time_zone_name: '+03:00' }, ['invalid_parameter counter.time_zone_name']],
    ['no such currency', { currency: 'ZZZ' }, ['invalid_parameter counter.currency']],
    ['a currency in small letters', { currency: 'eur' }, ['invalid_parameter counter.currency']],
    ['no host', { site2: { site: 'not a host' } }, ['invalid_parameter counter.site2.site']],
    [
      'a wrong mirror',
      { mirrors2: [{ site: 'a.example' }, { site: '*' }] },
      ['invalid_parameter counter.mirrors2.1.site'],
    ],
    [
      'a visit timeout of 29 minutes',
      { visit_threshold: 1_799 },
      ['invalid_parameter counter.visit_threshold'],
    ],
    [
      'a visit timeout beyond six hours',
      { visit_threshold: 21_601 },
      ['invalid_parameter counter.visit_threshold'],
    ],
    ['a blank name', { name: ' ' }, ['invalid_parameter counter.name']],
    ['an odd flag', { autogoals_enabled: 'yes' }, ['invalid_parameter counter.autogoals_enabled']],
    [
      'several at once',
      { currency: 'ZZZ', time_zone_name: 'x' },
      ['invalid_parameter counter.time_zone_name', 'invalid_parameter counter.currency'],
    ],
  ])('%s', async (_, settings, faults) => {
    const id = await api.makeCounter();
    expect(await faultsOf('POST', '/counters', shop(settings))).toEqual([400, ...faults]);
    expect(await faultsOf('PUT', `/counter/${id}`, { counter: settings })).toEqual([400, ...faults]);
  });

  it('no site', async () => {
    expect(await faultsOf('POST', '/counters', { counter: { name: 'x' } })).toEqual([
      400,
      'missing_parameter counter.site2',
    ]);
  });

  it.each([['0'], ['4294967296'], ['abc'], ['12x'], ['99999999']])('counter %s', async (number) => {
    expect((await api.call('GET', `/counter/${number}`)).status).toBe(404);
  });
});

describe('the list of counters', () => {
  let own: ManagementApi;
  beforeAll(async () => {
    own = await openManagementApi();
    await own.makeCounter({ name: 'Beta', site2: { site: 'beta.example' }, id: 5 });
    await own.makeCounter({ name: 'alpha', site2: { site: 'alpha.example' }, favorite: 1, id: 7 });
    await own.makeCounter({ name: 'Gamma', mirrors2: [{ site: 'old.beta.example' }], id: 9 });
    await own.makeCounter({ name: 'Gone', id: 11 });
    await own.call('DELETE', '/counter/11');
    await own.call('POST', '/counters', shop({ id: 13 }), 'bob');
  });
  afterAll(() => own.close());

  const found = async (query: string, token = 'ann') => {
    const { body } = await own.call('GET', `/counters${query}`, undefined, token);
    return [body.rows, body.counters.map(({ name }) => name)];
  };

  it.each<[string, number, string[]]>([
    ['', 3, ['alpha', 'Beta', 'Gamma']],
    ['?status=Deleted', 1, ['Gone']],
    ['?search_string=BETA', 2, ['Beta', 'Gamma']],
    ['?search_string=9', 1, ['Gamma']],
    ['?search_string=nothing', 0, []],
    ['?favorite=true', 1, ['alpha']],
    ['?favorite=0', 2, ['Beta', 'Gamma']],
    ['?sort=Name', 3, ['alpha', 'Beta', 'Gamma']],
    ['?sort=Name&reverse=true', 3, ['Gamma', 'Beta', 'alpha']],
    ['?counter_ids=7,9,13', 2, ['alpha', 'Gamma']],
    ['?per_page=1', 3, ['alpha']],
    ['?per_page=2&offset=3', 3, ['Gamma']],
    ['?permission=own', 3, ['alpha', 'Beta', 'Gamma']],
    ['?permission=view,edit', 0, []],
    ['?label_id=3', 0, []],
    ['?robots=1', 3, ['alpha', 'Beta', 'Gamma']],
  ])('%s', async (query, rows, names) => {
    const [count, shown] = await found(query);
    expect([count, shown]).toEqual([rows, names]);
  });

  it.each([
    ['per_page=0'],
    ['per_page=1001'],
    ['offset=0'],
    ['status=Odd'],
    ['counter_ids=1,x'],
    ['sort=Color'],
    ['label_id=x'],
  ])('refuses %s and names it', async (query) => {
    const { status, body } = await own.call('GET', `/counters?${query}`);
    expect([status, body.errors[0]?.location]).toEqual([400, query.split('=')[0]]);
  });

  it('shows a counter of another account only where it was granted', async () => {
    expect(await found('?counter_ids=7', 'bob')).toEqual([0, []]);
    await own.grant(7, 'bob', 'view');
    const { body } = await own.call('GET', '/counters?counter_ids=7', undefined, 'bob');
    expect(body.counters).toMatchObject([{ id: 7, permission: 'view', owner_login: 'ann@example.com' }]);
    expect((await own.call('PUT', '/counter/7', { counter: { name: 'x' } }, 'bob')).status).toBe(403);
  });
});

describe('who may', () => {
  it('change a counter: its owner and editors; delete it: its owner', async () => {
    const id = await api.makeCounter();
    await api.grant(id, 'bob', 'edit');
    expect(
      (await api.call('PUT', `/counter/${id}`, { counter: { name: 'By Bob' } }, 'bob')).body.counter,
    ).toMatchObject({
      name: 'By Bob',
      permission: 'edit',
    });
    expect((await api.call('DELETE', `/counter/${id}`, undefined, 'bob')).status).toBe(403);
    expect((await api.call('PUT', `/counter/${id}`, { counter: {} }, 'ann-reads')).status).toBe(403);
    expect((await api.call('POST', '/counters', shop(), 'ann-reads')).status).toBe(403);
    expect((await api.call('GET', `/counter/${id}`, undefined, 'nobody')).status).toBe(401);
  });
});
