import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateRecords, type Records } from '../stores/records/index.ts';
import { openPostgres } from '../stores/records/open.ts';
import { startTestPostgres, type TestPostgres } from '../stores/records/test-postgres.ts';
import { openTestRecords } from '../stores/records/test-records.ts';
import { createPeople } from './people.ts';
import { createSignIn, migrateSignIn, type SignInOptions } from './sign-in.ts';

const BOB = { login: 'bob@example.com', name: 'Bob', password: 'an old password', language: 'en' } as const;

let postgres: TestPostgres;
beforeAll(async () => (postgres = await startTestPostgres()));
afterAll(() => postgres.close());

async function openPostgresRecords(): Promise<Records> {
  const opened = openPostgres(await postgres.migrated());
  await migrateRecords(opened);
  return opened;
}

describe.each([
  ['SQLite', openTestRecords],
  ['PostgreSQL', openPostgresRecords],
])('people in %s', (_dialect, openRecords) => {
  let records: Records;
  let options: SignInOptions;
  beforeAll(async () => {
    records = await openRecords();
    options = {
      db: records.db,
      dialect: records.dialect,
      secret: 'a secret of the test that is long enough',
      publicUrl: null,
      warn: () => undefined,
    };
    await migrateSignIn(options);
  });
  afterAll(() => records.close());

  it('a session begun with the old password while the new one is hashed ends too', async () => {
    const signIn = createSignIn(options);
    const people = createPeople(signIn);
    const bob = await people.create(BOB);
    const context = await signIn.$context;
    const { hash } = context.password;
    const cookies: string[] = [];
    context.password.hash = async (password) => {
      const body = { email: BOB.login, password: BOB.password };
      const answer = await signIn.api.signInEmail({ body, asResponse: true });
      cookies.push(answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
      return hash(password);
    };
    await people.setPassword(bob?.id ?? '', 'a newer password');
    expect(cookies).toEqual([expect.stringMatching(/^goalpost\.session_token=./)]);
    const headers = new Headers({ cookie: cookies[0] ?? '' });
    expect(await signIn.api.getSession({ headers })).toBeNull();
  });

  it('two who come at once to one address make one account', async () => {
    const people = createPeople(createSignIn(options));
    const made = await Promise.all(
      ['one', 'other'].map((name) => people.create({ ...BOB, login: 'eve@example.com', name })),
    );
    expect(made.filter((one) => one === null)).toHaveLength(1);
    const found = await people.byLogin('eve@example.com');
    expect(made).toContainEqual(found);
  });
});
