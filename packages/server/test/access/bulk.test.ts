/** Many people let in by one request, over real HTTP: each address by itself, and nothing twice. */
import type { BulkResult } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, someone, tokenOf, PASSWORD, type Someone } from './people.ts';

let server: TestServer;
let owner: Someone;
beforeAll(async () => {
  server = await startServer();
  owner = await ownerOf(server);
});
afterAll(() => server.close());

const bulk = (by: Someone, counterId: number, body: object) =>
  by.call<{ results: BulkResult[] }>('POST', `/api/v1/counters/${counterId}/invitations/bulk`, body);
const outcomes = ({ body }: { body: { results: BulkResult[] } }) =>
  body.results.map(({ user_login: login, counter_id: id, outcome }) => [login, id, outcome]);

it('[A57], [A58] says of each address what became of it, and lets no refusal hold up another', async () => {
  const [first, second] = [await makeCounter(owner), await makeCounter(owner)];
  await letIn(server, owner, { counterId: first, login: 'bulk-here@example.com', perm: 'view' });
  const answer = await bulk(owner, first, {
    user_logins: [
      '  Bulk-New@example.com ',
      'bulk-here@example.com',
      'no address',
      server.owner.email,
      'bulk-new@example.com',
    ],
    perm: 'analyst',
    counters: [second],
  });
  expect(outcomes(answer)).toEqual([
    ['bulk-new@example.com', first, 'invited'],
    ['bulk-new@example.com', second, 'invited'],
    ['bulk-here@example.com', first, 'has_access'],
    ['bulk-here@example.com', second, 'added'],
    ['no address', first, 'refused'],
    ['no address', second, 'refused'],
    [server.owner.email, first, 'refused'],
    [server.owner.email, second, 'refused'],
  ]);
  expect(answer.body.results[2]).toMatchObject({ perm: 'view' });
  expect(answer.body.results[6]?.message).toContain('owns this counter');
  const link = answer.body.results[0]?.link?.url ?? '';
  const joined = await someone(server.url).call('POST', '/api/v1/join', {
    token: tokenOf(link),
    name: 'New',
    password: PASSWORD,
    language: 'en',
  });
  expect(joined.status).toBe(200);
});

it('[A59] changes nothing when it is asked again, and gives a new link for another role alone', async () => {
  const id = await makeCounter(owner);
  const user_logins = ['bulk-again@example.com'];
  const first = await bulk(owner, id, { user_logins, perm: 'view' });
  const link = first.body.results[0]?.link?.url ?? '';
  const again = await bulk(owner, id, { user_logins, perm: 'view' });
  expect(outcomes(again)).toEqual([['bulk-again@example.com', id, 'invited_before']]);
  const offer = (url: string) => someone(server.url).call('GET', `/api/v1/join?token=${tokenOf(url)}`);
  expect((await offer(link)).status).toBe(200);
  const other = await bulk(owner, id, { user_logins, perm: 'chat' });
  expect(outcomes(other)).toEqual([['bulk-again@example.com', id, 'invited']]);
  expect((await offer(link)).status).not.toBe(200);
  expect((await offer(other.body.results[0]?.link?.url ?? '')).body).toMatchObject({ perm: 'chat' });
});

/** Pasted from documents and pages. No one signs in with what is refused one at a time. */
const ODD = [
  'анна@почта.рф',
  'ann@shop.example\u200b',
  '\ud800@shop.example',
  'Ann <ann@shop.example>',
  'ann@shop',
  'ann+tag@shop.example',
  "o'neil@shop.example",
  '=1+1@shop.example',
];
it('[A58] takes each address that is taken one at a time, and refuses all others', async () => {
  const [id, other] = [await makeCounter(owner), await makeCounter(owner)];
  const { body } = await bulk(owner, id, { user_logins: ODD, perm: 'view' });
  const single: boolean[] = [];
  for (const login of ODD) {
    const grant = { user_login: login, perm: 'view' };
    const { status } = await owner.call('POST', `/management/v1/counter/${other}/grants`, { grant });
    single.push(status === 200);
  }
  expect(body.results.map(({ outcome }) => outcome !== 'refused')).toEqual(single);
  expect(new Set(single).size).toBe(2);
});

it('[A57] does nothing where one of the counters is not the caller’s, and bounds a request', async () => {
  const [mine, foreign] = [await makeCounter(owner), await makeCounter(owner)];
  const ann = await letIn(server, owner, { counterId: mine, login: 'bulk-editor@example.com', perm: 'edit' });
  const wanted = { user_logins: ['bulk-none@example.com'], perm: 'view' };
  expect((await bulk(ann, mine, { ...wanted, counters: [foreign] })).status).toBe(403);
  const { body } = await owner.call<{ invitations: unknown[] }>(
    'GET',
    `/api/v1/counters/${mine}/invitations`,
  );
  expect(body.invitations).toEqual([]);
  const many = Array.from({ length: 51 }, (_, n) => `bulk-${n}@example.com`);
  for (const user_logins of [[], many])
    expect((await bulk(owner, mine, { user_logins, perm: 'view' })).status).toBe(400);
  // As many as an account may invite in an hour; the others say why.
  const asked = await bulk(owner, mine, { user_logins: many.slice(1), perm: 'view' });
  const refused = asked.body.results.filter(({ outcome }) => outcome === 'refused');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.message).toContain('Try again later');
});
