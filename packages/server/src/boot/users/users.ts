/** What `goalpost user` does with accounts: on the records themselves, beside a server that runs or alone. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GrantedRole } from '@goalpost/contract/management';
import { createPasswordLink } from '../../access/index.ts';
import { openPeople, type Person } from '../../accounts/index.ts';
import {
  createAccessStore,
  createCounterStore,
  openRecords,
  pendingRecords,
  type Records,
  refuseNewer,
} from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config/config.ts';
import { explainRecords } from '../parts/records.ts';
import { addressOf } from '../url.ts';

type Settings = Pick<Config, 'dataDir' | 'databaseUrl' | 'publicUrl' | 'host' | 'port'>;

export interface Listed {
  readonly login: string;
  readonly name: string;
  /** The server's own: it was made first, or was made so since. */
  readonly isOwner: boolean;
  readonly canSignIn: boolean;
  readonly hasSecondFactor: boolean;
  readonly counters: readonly { readonly id: number; readonly perm: string }[];
}

export interface Users {
  list(): Promise<Listed[]>;
  /** @returns null where the address has an account */
  add(
    login: string,
    grant: { counterId: number; perm: GrantedRole } | null,
    now: number,
  ): Promise<string | null>;
  /** A link for a new password, told this once. @returns null where there is no such account */
  link(login: string, now: number): Promise<string | null>;
  /** Ends all sessions. @returns false where there is no such account */
  signOut(login: string): Promise<boolean>;
  /** Takes the second factor away. @returns whether there was one; null where there is no such account */
  dropSecondFactor(login: string): Promise<boolean | null>;
  /** @param withCounters those of the owner before, who keeps `edit` @returns how many; null where there is no such account */
  makeOwner(login: string, withCounters: boolean, now: number): Promise<number | null>;
  hasCounter(counterId: number): Promise<boolean>;
  close(): Promise<void>;
}

/** @throws CannotStart in a sentence, where the records are not there or not of this version */
export async function openUsers(settings: Settings): Promise<Users> {
  const records = await openKnown(settings);
  const counters = createCounterStore(records.db);
  const access = createAccessStore(records.db);
  const people = await openPeople({
    db: records.db,
    dialect: records.dialect,
    // It signs cookies, of which none is made here.
    secret: randomBytes(48).toString('base64url'),
    publicUrl: settings.publicUrl,
    warn: () => undefined,
  });
  async function linkFor({ id }: Person, now: number): Promise<string> {
    const path = await createPasswordLink(access, id, now);
    return new URL(addressOf(settings) + path).href;
  }

  return {
    async list() {
      const owner = await people.firstOwner();
      return Promise.all(
        (await people.all()).map(async (one) => ({
          login: one.login,
          name: one.name,
          isOwner: one.id === owner?.id,
          canSignIn: await people.canSignIn(one.id),
          hasSecondFactor: await people.hasSecondFactor(one.id),
          counters: (await counters.visibleTo(one.id)).map(({ counter, permission }) => ({
            id: counter.id,
            perm: permission,
          })),
        })),
      );
    },
    async add(login, grant, now) {
      const password = randomBytes(48).toString('base64url');
      const made = await people.create({
        login,
        name: login.split('@')[0] ?? login,
        language: 'en',
        password,
      });
      if (made === null) return null;
      if (grant !== null)
        await access.addGrant(grant.counterId, {
          accountId: made.id,
          permission: grant.perm,
          filters: '',
          comment: '',
          createdAt: now,
        });
      return linkFor(made, now);
    },
    async link(login, now) {
      const person = await people.byLogin(login);
      return person && linkFor(person, now);
    },
    async signOut(login) {
      const person = await people.byLogin(login);
      if (person !== null) await people.endSessions(person.id);
      return person !== null;
    },
    async dropSecondFactor(login) {
      const person = await people.byLogin(login);
      return person && people.dropSecondFactor(person.id);
    },
    async makeOwner(login, withCounters, now) {
      const person = await people.byLogin(login);
      if (person === null) return null;
      const before = await people.firstOwner();
      await people.makeFirst(person.id);
      if (!withCounters || before === null || before.id === person.id) return 0;
      return giveCounters(records, before.id, person.id, now);
    },
    hasCounter: async (counterId) => (await counters.get(counterId)) !== null,
    close: () => records.close(),
  };
}

async function openKnown(settings: Settings): Promise<Records> {
  const { dataDir, databaseUrl } = settings;
  if (databaseUrl === null && !existsSync(join(dataDir, 'records.db')))
    throw new CannotStart(
      `There are no records in ${dataDir}: name the data folder by GOALPOST_DATA, or start the server once.`,
    );
  const records = await openRecords(settings).catch((error: unknown) => {
    throw new CannotStart(explainRecords(error, settings));
  });
  try {
    await refuseNewer(records);
    if ((await pendingRecords(records)).length === 0) return records;
  } catch (error) {
    await records.close();
    throw error;
  }
  await records.close();
  throw new CannotStart(
    'The records are of an earlier version: start the server of this version once, then come again.',
  );
}

/** Who owned them before may still change them. */
function giveCounters({ db }: Records, from: string, to: string, now: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const owned = await trx.selectFrom('counters').select('id').where('owner_id', '=', from).execute();
    for (const { id } of owned) {
      await trx
        .deleteFrom('grants')
        .where('counter_id', '=', id)
        .where('account_id', 'in', [from, to])
        .execute();
      await trx.updateTable('counters').set({ owner_id: to }).where('id', '=', id).execute();
      await trx
        .insertInto('grants')
        .values({ counter_id: id, account_id: from, permission: 'edit', comment: '', created_at: now })
        .execute();
    }
    return owned.length;
  });
}
