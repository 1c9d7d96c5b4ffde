/** Access with limits: reports of what fits the filters of a grant, of no one person, and no more [A83]–[A86]. */
import { SHARING_MODELS } from '@goalpost/contract/reports/attribution';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../../../../e2e/path/api.ts';
import { newVisitorId, sendHit } from '../../../../e2e/path/wire.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, ownerOf, type Someone } from './people.ts';

const LIMIT = "ym:s:UTMSource=='partner'";
let server: TestServer;
let api: Api;
let counter: number;
let owner: Someone;
let partner: Someone;

beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  owner = await ownerOf(server);
  counter = await api.createCounter();
  await visitsFrom('partner', 2);
  await visitsFrom('rival', 3);
  await server.flushed();
  partner = await limited(counter, 'partner@agency.example', LIMIT);
});
afterAll(() => server.close());

/** Each comes once by the campaign, sees two pages, does something, and comes back by itself. */
async function visitsFrom(source: string, people: number): Promise<void> {
  const landing = `https://shop.example/${source}?utm_source=${source}&utm_medium=cpc`;
  const page = `https://shop.example/${source}/page`;
  for (let n = 0; n < people; n++) {
    const visitor = newVisitorId();
    const send = (more: object) => sendHit(server.url, { counter, visitor, pageUrl: landing, ...more });
    await send({ params: { order: { by: source } } });
    await send({ pageUrl: page, pageRef: landing });
    await send({ pageUrl: `goal://shop.example/order_${source}`, pageRef: page, kind: 'ar:1' });
    await send({ pageUrl: `https://shop.example/${source}.pdf`, pageRef: page, kind: 'dl:1' });
  }
}

async function limited(counterId: number, login: string, filters: string): Promise<Someone> {
  const grant = { user_login: login, perm: 'limited', filters };
  const made = await owner.call('POST', `/management/v1/counter/${counterId}/grants`, { grant });
  expect([made.status, made.body]).toMatchObject([200, { grant: { perm: 'limited', filters } }]);
  return letIn(server, owner, { counterId, login, perm: 'limited', filters });
}

interface Table {
  readonly data: unknown;
  readonly totals: readonly number[];
  readonly query: Record<string, unknown>;
  readonly message?: string;
}

const ask = (who: Someone, query: Record<string, string>, kind = '') =>
  who.call<Table>('GET', `/stat/v1/data${kind}?${new URLSearchParams({ ids: String(counter), ...query })}`);

/** The first of each section and kind of rows; each question is compiled alike. */
const SOME = new Map(REPORTS.map((report) => [`${report.section} ${report.scope}`, report] as const));

it.each([...SOME.values()])('[A83] "$id" shows what the filters choose, and no more', async ({ id }) => {
  const [theirs, all] = [
    await ask(partner, { preset: id }),
    await ask(owner, { preset: id, filters: LIMIT }),
  ];
  if (theirs.status === 403) return;
  expect([theirs.body.data, theirs.body.totals]).toEqual([all.body.data, all.body.totals]);
});

it('[A84] [M97] reports of people in person and of costs are closed, all others open', async () => {
  const today = { date1: '2001-01-01', date2: '2001-01-01' };
  const closed: string[] = [];
  for (const { id } of REPORTS) {
    const { status } = await ask(partner, { preset: id, ...today });
    if (status !== 200) closed.push(`${id} ${status}`);
  }
  expect(closed).toEqual(
    [
      'sources_expenses_and_roi',
      'purchase',
      'visits_by_client_user_id',
      'visits_by_user_param',
      'content_visit_params',
    ]
      .concat(['event_params', 'goal_params', 'content_user_params'])
      .map((id) => `${id} 403`),
  );
});

it('[A83] no parameter leads outside of them', async () => {
  const outside = async (query: Record<string, string>, kind = '') => {
    const { status, body } = await ask(partner, { metrics: 'ym:s:visits', ...query }, kind);
    return status === 200 ? JSON.stringify(body) : status;
  };
  const plain = { dimensions: 'ym:s:UTMSource', accuracy: 'full' };
  for (const query of [
    plain,
    { ...plain, attribution: 'last' },
    { ...plain, attribution: 'first' },
    { ...plain, filters: "ym:s:UTMSource=='rival' OR ym:s:UTMSource!='rival'" },
    { ...plain, filters: "NOT ym:s:UTMSource=='partner'" },
    { ...plain, filters: "EXISTS(ym:pv:URL=@'rival')" },
    { dimensions: 'ym:s:startURL', metrics: 'ym:s:visits' },
    { dimensions: 'ym:pv:URL', metrics: 'ym:pv:pageviews' },
    { dimensions: 'ym:dl:downloadURL', metrics: 'ym:dl:downloads' },
    { dimensions: 'ym:ep:eventURL', metrics: 'ym:ep:eventsNumber' },
  ])
    for (const kind of ['', '/bytime', '/drilldown', '/comparison', '/comparison/drilldown', '.csv'])
      expect([kind, await outside(query, kind)]).toEqual([kind, expect.not.stringContaining('"rival')]);
  // What a caller names stands in the answer, with nothing of it.
  const named = { dimensions: 'ym:s:UTMSource', row_ids: '[["rival"]]', group: 'all' };
  const row = await ask(partner, { metrics: 'ym:s:visits', ...named }, '/bytime');
  expect(row.body.data).toMatchObject([{ metrics: [[0]] }]);
  const drilled = await outside(
    { dimensions: 'ym:s:UTMSource,ym:s:startURL', parent_id: '["rival"]' },
    '/drilldown',
  );
  expect(drilled).not.toContain('/rival');
  expect((await ask(partner, { metrics: 'ym:s:visits' })).body.totals).toEqual([2]);
  expect((await ask(owner, { metrics: 'ym:s:visits' })).body.totals).toEqual([5]);
});

it('[A83] the answer does not repeat the filters of the grant', async () => {
  const { body } = await ask(partner, { metrics: 'ym:s:visits', filters: "ym:s:bounce=='No'" });
  expect(body.query['filters']).toBe("ym:s:bounce=='No'");
  expect(JSON.stringify((await ask(partner, { metrics: 'ym:s:visits' })).body)).not.toContain('UTMSource');
});

it('[A83] what is refused of a question is told of the question', async () => {
  const query = { metrics: 'ym:s:visits', filters: 'ym:s:visits>1' };
  const { status, body } = await ask(partner, query, '/comparison');
  expect([status, body.errors?.[0]?.location]).toEqual([400, 'filters']);
});

it.each([
  [{ dimensions: 'ym:s:clientID' }, 'dimensions'],
  [{ dimensions: 'ym:s:paramsLevel1' }, 'dimensions'],
  [{ dimensions: 'ym:s:userClientUserId' }, 'dimensions'],
  [{ dimensions: 'ym:up:paramsLevel1', metrics: 'ym:up:params' }, 'dimensions'],
  [{ dimensions: 'ym:s:purchaseID' }, 'dimensions'],
  [{ filters: "ym:s:clientID=='1'" }, 'filters'],
  [{ filters: "EXISTS(ym:s:paramsLevel2=@'a')" }, 'filters'],
  [{ filters: "EXISTS ym:u:userID WITH (ym:s:UTMSource=='rival')" }, 'filters'],
  ...SHARING_MODELS.map((attribution) => [{ attribution }, 'attribution'] as const),
] as const)('[A84] %j asks about one person, or what else they did', async (query, location) => {
  for (const kind of ['', '/bytime', '/drilldown']) {
    const { status, body } = await ask(partner, { metrics: 'ym:s:visits', ...query }, kind);
    expect([kind, status, body.errors?.[0]?.location]).toEqual([kind, 403, location]);
  }
});

it('[A85] of goals it tells names, and not what reaches them', async () => {
  const { goalId } = await secretGoal();
  const own = `/management/v1/counter/${counter}`;
  for (const path of ['/goals', '?field=goals']) {
    const [whole, theirs] = [await owner.call('GET', own + path), await partner.call('GET', own + path)];
    expect(JSON.stringify(whole.body)).toContain('hidden-offer');
    expect(JSON.stringify(theirs.body)).toContain(`{"id":${goalId},"name":"Offer","type":"url"`);
    for (const hidden of ['hidden-offer', '4321']) expect(JSON.stringify(theirs.body)).not.toContain(hidden);
  }
});

async function secretGoal() {
  const conditions = [{ type: 'contain', url: 'hidden-offer' }];
  const goal = { name: 'Offer', type: 'url', default_price: 4321, conditions };
  const made = await owner.call<{ goal: { id: number } }>('POST', `/management/v1/counter/${counter}/goals`, {
    goal,
  });
  expect(made.status).toBe(200);
  return { goalId: made.body.goal.id };
}

it('[A85], [A86] sees the counter and its goals, and nothing of its settings, people, visits and chat', async () => {
  await owner.call('PUT', `/management/v1/counter/${counter}`, {
    counter: { own_visits: { addresses: ['203.0.113.7'] }, masking: { names: ['secret_name'] } },
  });
  const seen = await partner.call('GET', `/management/v1/counter/${counter}?field=goals,grants,code`);
  expect(seen.body).toMatchObject({ counter: { permission: 'limited', own_visits: { addresses: [] } } });
  for (const hidden of ['203.0.113.7', 'secret_name', 'partner@agency', 'grants'])
    expect(JSON.stringify(seen.body)).not.toContain(hidden);
  for (const path of ['health', 'chat/conversations', 'annotations', 'retention', 'invitations'])
    expect([path, (await partner.call('GET', `/api/v1/counters/${counter}/${path}`)).status]).toEqual([
      path,
      403,
    ]);
});

it.each([
  ["ym:s:clientID=='1'", 'tells people apart'],
  ['ym:s:segment==1', 'a segment may change'],
  ['ym:s:visits>1', 'not by metrics'],
  ['ym:s:nothing==1', 'ym:s:nothing'],
  ['(', 'filters'],
])('[A83] a grant within %s is refused with the reason', async (filters, why) => {
  const grant = { user_login: 'new@agency.example', perm: 'limited', filters };
  const refused = await owner.call('POST', `/management/v1/counter/${counter}/grants`, { grant });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ errors: [{ location: 'grant.filters' }] });
  expect(JSON.stringify(refused.body)).toContain(why);
});

it('[A73] shows nothing where a limit names a goal that was deleted, and says so without naming it', async () => {
  const { goalId } = await secretGoal();
  const without = await limited(counter, 'gone@agency.example', `ym:s:goal!=${goalId}`);
  expect((await ask(without, { metrics: 'ym:s:visits' })).body.totals).toEqual([5]);
  const deleted = await owner.call('DELETE', `/management/v1/counter/${counter}/goal/${goalId}`);
  expect(deleted.status).toBe(200);
  for (const [kind, query] of [
    ['', {}],
    ['/bytime', {}],
    ['/drilldown', { dimensions: 'ym:s:UTMSource' }],
    ['/comparison', {}],
  ] as const) {
    const { status, body } = await ask(without, { metrics: 'ym:s:visits', ...query }, kind);
    expect([kind, status, body.errors?.[0]?.location]).toEqual([kind, 403, 'ids']);
    expect(JSON.stringify(body)).not.toContain(String(goalId));
  }
  // What is wrong with the question is still said of it.
  const wrong = await ask(partner, { metrics: 'ym:s:visits', filters: `ym:s:goal==${goalId}` });
  expect([wrong.status, wrong.body.errors?.[0]?.location]).toEqual([400, 'filters']);
});

it('[A83] other roles have no filters, and lose them with the role', async () => {
  const url = `/management/v1/counter/${counter}/grant`;
  const put = (grant: object) =>
    owner.call('PUT', url, { grant: { user_login: 'partner@agency.example', ...grant } });
  expect((await put({ perm: 'view', filters: LIMIT })).status).toBe(400);
  expect((await put({ perm: 'limited', comment: 'agency' })).body).toMatchObject({
    grant: { filters: LIMIT },
  });
  expect((await put({ perm: 'view' })).body).toMatchObject({ grant: { filters: '' } });
  expect((await ask(partner, { metrics: 'ym:s:visits' })).body.totals).toEqual([5]);
  expect((await put({ perm: 'limited', filters: LIMIT })).status).toBe(200);
  expect((await ask(partner, { metrics: 'ym:s:visits' })).body.totals).toEqual([2]);
});

it('[A83] hours of a limit are by the clock of the counter', async () => {
  const other = await api.createCounter();
  const byHour = await limited(other, 'night@agency.example', "ym:s:hour<'9' AND ym:s:UTMSource!='rival'");
  const query = { ids: String(other), metrics: 'ym:s:visits' };
  expect((await ask(byHour, query)).status).toBe(200);
  const moved = await ask(byHour, { ...query, timezone: '+05:00' });
  expect([moved.status, moved.body.errors?.[0]?.location]).toEqual([403, 'timezone']);
  expect((await ask(partner, { metrics: 'ym:s:visits', timezone: '+05:00' })).status).toBe(200);
});

it('[A83] counters with different limits are asked for one by one, and a token of theirs has the same', async () => {
  const other = await api.createCounter();
  await limited(other, 'partner@agency.example', '');
  const { status, body } = await ask(partner, { ids: `${counter},${other}`, metrics: 'ym:s:visits' });
  expect([status, body.errors?.[0]?.location]).toEqual([403, 'ids']);
  const made = await partner.call<{ token: { value: string } }>('POST', '/api/v1/tokens', {
    token: { name: 'theirs', scope: 'write', counters: null },
  });
  const theirs = createApi(server.url, made.body.token.value);
  expect((await theirs.stat(counter, { metrics: 'ym:s:visits' })).totals).toEqual([2]);
});
