/** Every route of the API × every role, asked of a running server: what is refused is what the table refuses. */
import { GRANTED_ROLES, TOKEN_SCOPES } from '@goalpost/contract/management';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';
import { bodyOf, letIn, makeCounter, ownerOf, signIn, someone, PASSWORD, type Someone } from './people.ts';

/** Written by hand from the rules, not taken from the code [A45]. */
const READER = ['enter', 'report', 'view', 'chat:read'];
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  own: [...READER, 'chat:answer', 'analyse', 'edit', 'own'],
  edit: [...READER, 'chat:answer', 'analyse', 'edit'],
  analyst: [...READER, 'analyse'],
  view: READER,
  limited: ['enter', 'report'],
  chat: ['enter', 'chat:read', 'chat:answer'],
  none: [],
};
const SCOPE_HOLDS: Readonly<Record<string, readonly string[]>> = {
  read: READER,
  analyse: [...READER, 'analyse'],
  chat: ['enter', 'chat:read', 'chat:answer'],
  write: [...READER, 'chat:answer', 'analyse', 'edit', 'own'],
};

/** Some routes whose permission is known without the code. */
const KNOWN: Readonly<Record<string, string>> = {
  'GET /management/v1/counter/{counterId}': 'enter',
  'PUT /management/v1/counter/{counterId}': 'edit',
  'DELETE /management/v1/counter/{counterId}': 'own',
  'POST /management/v1/counter/{counterId}/undelete': 'own',
  'GET /management/v1/counter/{counterId}/goals': 'report',
  'POST /management/v1/counter/{counterId}/goals': 'analyse',
  'PUT /management/v1/counter/{counterId}/goal/{goalId}': 'analyse',
  'DELETE /management/v1/counter/{counterId}/goal/{goalId}': 'analyse',
  'GET /management/v1/counter/{counterId}/grants': 'edit',
  'POST /management/v1/counter/{counterId}/grants': 'edit',
  'PUT /management/v1/counter/{counterId}/grant': 'edit',
  'GET /api/v1/counters/{counterId}/chat/conversations': 'chat:read',
  'PUT /api/v1/counters/{counterId}/chat/settings': 'edit',
  'GET /api/v1/counters/{counterId}/chat/team': 'chat:answer',
  'POST /api/v1/counters/{counterId}/chat/files': 'chat:answer',
  'POST /api/v1/counters/{counterId}/password-link': 'own',
};
interface Documented {
  readonly 'x-permission'?: string;
  readonly 'x-asks'?: boolean;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly needs: string;
  readonly asks: boolean;
  /** Names of what stands in the address behind the question mark. */
  readonly parameters: readonly string[];
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

let server: TestServer;
let counterId: number;
let routes: readonly Route[];
const people = new Map<string, Someone>();
const tokens = new Map<string, Someone>();

beforeAll(async () => {
  server = await startServer();
  const owner = await ownerOf(server);
  counterId = await makeCounter(owner);
  people.set('own', owner);
  for (const role of GRANTED_ROLES)
    people.set(role, await letIn(server, owner, { counterId, login: `${role}@example.com`, perm: role }));
  // Someone with an account, and nothing of this counter.
  const other = await makeCounter(owner);
  people.set('none', await letIn(server, owner, { counterId: other, login: 'none@example.com' }));
  for (const scope of TOKEN_SCOPES) tokens.set(scope, await tokenFor(owner, scope));
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Documented>>;
  };
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      method: method.toUpperCase(),
      path,
      needs: one['x-permission'] ?? 'not said',
      asks: one['x-asks'] === true,
      parameters: (one.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name),
    })),
  );
});
afterAll(() => server.close());

async function tokenFor(owner: Someone, scope: string, counters?: readonly number[]): Promise<Someone> {
  const made = await owner.call<{ token: { value: string } }>('POST', '/api/v1/tokens', {
    token: { name: scope, scope, counters: counters ?? null },
  });
  return bearer(made.body.token.value);
}

function bearer(token: string): Someone {
  const authorization = `OAuth ${token}`;
  return {
    cookie: '',
    async call(method, path, body) {
      const answer = await fetch(`${server.url}${path}`, {
        method,
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await bodyOf(answer)) as never };
    },
  };
}

/** Nothing is changed by what is let through: no body is one that a route takes. */
async function isRefused(by: Someone, { method, path }: Route, id = counterId): Promise<boolean> {
  const filled = path.replace('{counterId}', String(id)).replaceAll(/\{[^}]*\}/g, '0');
  const isStat = /^\/(?:stat|api\/v1\/stat|management\/v1\/segments)/.test(path);
  const { status } = await by.call(
    method,
    isStat ? `${filled}?ids=${id}&metrics=ym:s:visits` : filled,
    method === 'GET' || method === 'DELETE' ? undefined : [],
  );
  return status === 401 || status === 403;
}

const ofCounters = (): Route[] =>
  routes.filter(({ path, needs }) => path.includes('{counterId}') && needs !== 'public');
const DESTROYS = ['DELETE /management/v1/counter/{counterId}'];
const RESTORE = {
  method: 'POST',
  path: '/management/v1/counter/{counterId}/undelete',
  needs: 'own',
  asks: false,
  parameters: [],
};

async function verdicts(by: Someone, holds: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of ofCounters()) {
    const refused = await isRefused(by, route);
    if (refused === holds.includes(route.needs)) wrong.push(`${nameOf(route)}: ${refused ? 'no' : 'yes'}`);
    if (DESTROYS.includes(nameOf(route)) && !refused) await isRefused(by, RESTORE);
  }
  return wrong;
}

describe('[A45] each route', () => {
  it('says what it asks for, and what changes something asks for more than looking', () => {
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter(({ needs }) => needs === 'not said').map(nameOf)).toEqual([]);
    const looks = ofCounters().filter(
      ({ method, asks, needs }) =>
        method !== 'GET' && !asks && ['account', 'enter', 'report', 'view', 'chat:read'].includes(needs),
    );
    expect(looks.map(nameOf)).toEqual([]);
    expect(Object.fromEntries(routes.map((one) => [nameOf(one), one.needs]))).toMatchObject(KNOWN);
  });

  it.each(Object.keys(HOLDS))('is open to "%s" where the table says so, and nowhere else', async (role) => {
    const by = people.get(role);
    if (by === undefined) throw new Error(`nobody is ${role}`);
    expect(await verdicts(by, HOLDS[role] ?? [])).toEqual([]);
  });

  it.each(TOKEN_SCOPES)('is open to a token of the owner with the scope "%s" likewise', async (scope) => {
    const by = tokens.get(scope);
    if (by === undefined) throw new Error(`no token for ${scope}`);
    expect(await verdicts(by, SCOPE_HOLDS[scope] ?? [])).toEqual([]);
  });

  it('is closed to strangers', async () => {
    const stranger = someone(server.url);
    const open: string[] = [];
    for (const route of routes.filter(({ needs }) => needs !== 'public'))
      if (!(await isRefused(stranger, route))) open.push(nameOf(route));
    expect(open).toEqual([]);
  });
});

/** Of the account itself: anyone who is signed in has theirs, and a token only if it is for all. */
describe('[A47] what is an account’s own', () => {
  const own = () => routes.filter(({ needs }) => needs === 'self');

  it('is open to any role, and to a token that may do it', async () => {
    expect(own().map(nameOf)).toEqual(
      expect.arrayContaining(['GET /api/v1/tokens', 'POST /api/v1/tokens', 'PUT /api/v1/me']),
    );
    const wrong: string[] = [];
    for (const route of own()) {
      for (const [role, by] of people) if (await isRefused(by, route)) wrong.push(`${role} ${nameOf(route)}`);
      for (const [scope, by] of tokens) {
        const may = scope === 'write' || (scope === 'read' && (route.method === 'GET' || route.asks));
        if ((await isRefused(by, route)) === may) wrong.push(`${scope} ${nameOf(route)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is closed to a token for one counter, as are all other counters', async () => {
    const owner = people.get('own') as Someone;
    const other = await makeCounter(owner);
    const bound = await tokenFor(owner, 'write', [counterId]);
    const open: string[] = [];
    for (const route of [
      ...own(),
      { method: 'POST', path: '/management/v1/counters', needs: '', asks: false, parameters: [] },
    ])
      if (!(await isRefused(bound, route))) open.push(nameOf(route));
    for (const route of ofCounters()) if (!(await isRefused(bound, route, other))) open.push(nameOf(route));
    expect(open).toEqual([]);
    expect(await verdicts(bound, SCOPE_HOLDS['write'] ?? [])).toEqual([]);
    const listed = await bound.call<{ counters: { id: number }[] }>('GET', '/management/v1/counters');
    expect(listed.body.counters.map(({ id }) => id)).toEqual([counterId]);
    expect((await bound.call('GET', '/stat/v1/data?ids=' + other + '&metrics=ym:s:visits')).status).toBe(403);
  });
});

describe('[A62] a foreign counter', () => {
  it('is closed to every role of another, by every route', async () => {
    const far = await ownerOf(server);
    const foreign = await makeCounter(far);
    const open: string[] = [];
    for (const role of [...GRANTED_ROLES, 'none'])
      for (const route of ofCounters())
        if (!(await isRefused(people.get(role) as Someone, route, foreign)))
          open.push(`${role} ${nameOf(route)}`);
    expect(open).toEqual([]);
  });

  it('is closed to them where its number is told in a parameter, too', async () => {
    const naming = routes.filter(
      ({ needs, parameters }) => needs === 'account' && parameters.some((one) => /^ids?$/.test(one)),
    );
    expect(naming.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const [role, by] of people) {
      const holds = HOLDS[role] ?? [];
      for (const route of naming) {
        // [A85] Of all questions about reports, tables and charts alone keep within limits.
        const views = holds.includes(route.path.startsWith('/stat/v1/data') ? 'report' : 'view');
        const name = route.parameters.find((one) => /^ids?$/.test(one));
        const path = `${route.path}?${name}=${counterId}`;
        const { status } = await by.call(route.method, path, route.method === 'GET' ? undefined : {});
        // What is let in may fail on what else it lacks, after that.
        if (!views && status !== 403 && status !== 400) wrong.push(`${role} ${nameOf(route)} ${status}`);
        if (views && (status === 403 || status === 401)) wrong.push(`${role} ${nameOf(route)} ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('[A33] [A62] a guest of a shared link, whose token is no account, is a stranger at every route', async () => {
  const shared = await people
    .get('own')
    ?.call<{ token: string }>('POST', `/api/v1/counters/${counterId}/shares`, {
      share: { name: 'all', report: '*' },
    });
  expect(shared?.status).toBe(200);
  const guest = bearer(shared?.body.token ?? '');
  const open: string[] = [];
  for (const route of routes.filter(({ needs }) => needs !== 'public'))
    if (!(await isRefused(guest, route))) open.push(nameOf(route));
  expect(open).toEqual([]);
});

it('[A45] reports are asked about a counter by its number, and refused likewise', async () => {
  const report = { method: 'GET', path: '/stat/v1/data', needs: 'report', asks: false, parameters: [] };
  for (const [role, by] of people)
    expect([role, await isRefused(by, report)]).toEqual([role, !HOLDS[role]?.includes('report')]);
});

it('[A45] an operator sees that a counter is there, and none of its goals and people', async () => {
  const operator = people.get('chat');
  const seen = await operator?.call('GET', `/management/v1/counter/${counterId}?field=goals,grants`);
  expect(seen?.body).toMatchObject({ counter: { permission: 'chat' } });
  expect(Object.keys((seen?.body['counter'] ?? {}) as object)).not.toEqual(expect.arrayContaining(['goals']));
  expect(Object.keys((seen?.body['counter'] ?? {}) as object)).not.toEqual(
    expect.arrayContaining(['grants']),
  );
});

it('[A45] a grant tells its role, and a change of it works at once', async () => {
  const owner = people.get('own');
  const login = 'changing@example.com';
  await owner?.call('POST', `/management/v1/counter/${counterId}/grants`, {
    grant: { user_login: login, perm: 'view' },
  });
  const them = await letIn(server, owner as Someone, { counterId, login, perm: 'view' });
  const goals = `/management/v1/counter/${counterId}/goals`;
  for (const [perm, status] of [
    ['view', 200],
    ['chat', 403],
    ['analyst', 200],
  ] as const) {
    const put = await owner?.call('PUT', `/management/v1/counter/${counterId}/grant`, {
      grant: { user_login: login, perm },
    });
    expect(put?.body).toMatchObject({ grant: { user_login: login, perm } });
    expect([perm, (await them.call('GET', goals)).status]).toEqual([perm, status]);
  }
  expect(await signIn(server.url, login, PASSWORD)).not.toBeNull();
});
