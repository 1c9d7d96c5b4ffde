/** Limits on those who let people in: how many an hour, and how many a counter. */
import { expect, it } from 'vitest';
import type { Caller } from '../kit/endpoint.ts';
import { createGrants } from './grants.ts';
import { createInvitations } from './invitations.ts';
import type { AccessDeps, AccessLetter } from './outward.ts';
import type { GrantRecord, InvitationRecord } from './port.ts';

const COUNTER = 7;
const HOUR_MS = 3_600_000;
const caller = { accountId: 'owner', login: 'owner@example.com' } as Caller;
/** Addresses with an account begin so. */
const hasAccount = (login: string) => login.startsWith('known');

function stage() {
  let now = 0;
  const invited: InvitationRecord[] = [];
  const grants: GrantRecord[] = [];
  const letters: string[] = [];
  const personOf = (login: string) => ({ id: login, login, name: login, language: 'en' });
  const deps = {
    store: {
      invitations: (id: number) => Promise.resolve(invited.filter((one) => one.counterId === id)),
      putInvitation: (one: InvitationRecord) => {
        const before = invited.findIndex((old) => old.counterId === one.counterId && old.login === one.login);
        invited.splice(before === -1 ? invited.length : before, before === -1 ? 0 : 1, one);
        return Promise.resolve();
      },
      removeInvitation: () => Promise.resolve(false),
      grants: () => Promise.resolve(grants),
      invitationByHash: () => Promise.resolve(invited[0] ?? null),
      takeInvitation: () => Promise.resolve(invited.shift() ?? null),
      addGrant: (_id: number, grant: GrantRecord) => Promise.resolve(grants.push(grant) > 0),
    },
    counters: {
      get: () => Promise.resolve({ status: 'Active', site: 'shop.example', ownerId: 'owner' }),
      permission: (id: string) => Promise.resolve(id === 'owner' ? 'own' : null),
    },
    people: {
      byId: (id: string) => Promise.resolve(personOf(id)),
      create: ({ login }: { login: string }) => Promise.resolve(personOf(login)),
      byLogin: (login: string) => Promise.resolve(hasAccount(login) ? personOf(login) : null),
    },
    letters: { send: ({ to }: AccessLetter) => Promise.resolve(letters.push(to) > 0) },
    changed: () => Promise.resolve(),
    linkTo: (path: string) => `https://stats.example${path}`,
    clock: { now: () => now },
    log: { info: () => undefined, error: () => undefined },
  } as unknown as AccessDeps;
  const invitations = createInvitations(deps);
  const access = createGrants(deps, invitations);
  const add = (login: string, { counterId = COUNTER, by = caller.accountId } = {}) =>
    access.add(counterId, { user_login: login, perm: 'view' }, { ...caller, accountId: by });
  const { accept } = invitations;
  return { add, accept, letters, grants, invited, later: (ms: number) => (now += ms) };
}

const limitExceeded = { items: [{ error_type: 'limit_exceeded' }] };

it('[A9] an account invites at most 50 times an hour, whatever the counter', async () => {
  const { add, later } = stage();
  for (let n = 0; n < 50; n++)
    expect(await add(`n${n}@a.example`, { counterId: n % 2 })).toHaveProperty('link');
  expect(await add('n50@a.example')).toMatchObject(limitExceeded);
  expect(await add('n50@a.example', { by: 'colleague' })).toHaveProperty('link');
  later(HOUR_MS);
  expect(await add('n51@a.example')).toHaveProperty('link');
});

it('[A9] one address is mailed at most five invitations an hour, whoever asks', async () => {
  const { add, letters, later } = stage();
  for (let n = 0; n < 6; n++)
    expect(await add('ann@a.example', { counterId: n, by: `account ${n}` })).toHaveProperty('link');
  expect(letters).toHaveLength(5);
  await add('bob@a.example');
  expect(letters).toHaveLength(6);
  later(HOUR_MS);
  await add('ann@a.example');
  expect(letters).toHaveLength(7);
});

it('[A9] a counter has at most 100 invitations that wait; one in the place of another is none more', async () => {
  const { add, later, invited } = stage();
  for (let n = 0; n < 100; n++) {
    if (n % 50 === 0) later(HOUR_MS);
    await add(`n${n}@a.example`);
  }
  later(HOUR_MS);
  expect(await add('n100@a.example')).toMatchObject(limitExceeded);
  expect(await add('n99@a.example')).toHaveProperty('link');
  expect(await add('n100@a.example', { counterId: COUNTER + 1 })).toHaveProperty('link');
  expect(invited).toHaveLength(101);
});

it('[A9] a counter has at most 500 grants, by invitation too', async () => {
  const { accept, grants, invited } = stage();
  invited.push({
    id: 'i',
    counterId: COUNTER,
    login: 'late@a.example',
    permission: 'view',
    filters: '',
    comment: '',
    createdBy: 'owner',
    createdAt: 0,
    expiresAt: HOUR_MS,
  });
  const grant = { permission: 'view', filters: '', comment: '', createdAt: 0 } as const;
  for (let n = 0; n < 500; n++) grants.push({ accountId: `known${n}`, ...grant });
  const late = () => accept('secret', { name: 'Late', password: 'long enough' }, null);
  expect(await late()).toMatchObject(limitExceeded);
  expect(invited).toHaveLength(1);
  grants.pop();
  expect(await late()).toMatchObject({ login: 'late@a.example' });
  expect(grants).toHaveLength(500);
});

it('[A9] a counter has at most 500 grants', async () => {
  const { add, grants } = stage();
  for (let n = 0; n < 500; n++) await add(`known${n}@a.example`);
  expect(await add('known500@a.example')).toMatchObject(limitExceeded);
  expect(grants).toHaveLength(500);
});
