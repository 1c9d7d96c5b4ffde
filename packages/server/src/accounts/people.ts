/** The people who have an account, kept by the sign-in library. */
import type { Language, SignIn, SignInOptions } from './sign-in.ts';
import { createSignIn, LANGUAGES, migrateSignIn } from './sign-in.ts';
import { sha256 } from './tokens.ts';

export interface Person {
  readonly id: string;
  /** The e-mail address they sign in with. */
  readonly login: string;
  /** What they call themselves; what stands before the `@` where they have said nothing. */
  readonly name: string;
  readonly language: Language;
}

export interface NewPerson {
  /** In lower case. */
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

/** E-mail of an owner who exists by an API token alone, until they set themselves up. */
const NOT_SET_UP = 'owner@goalpost.invalid';

/** A browser in which a person is signed in. Times are milliseconds since the epoch. */
export interface SessionOf {
  readonly id: string;
  readonly agent: string;
  /** Empty where it is not known. */
  readonly address: string;
  readonly createdAt: number;
  readonly seenAt: number;
}

const MOST_LISTED = 10_000;

export interface People {
  byId(id: string): Promise<Person | null>;
  /** @param login in lower case */
  byLogin(login: string): Promise<Person | null>;
  /** The account that was made first; null while there is none. */
  firstOwner(): Promise<Person | null>;
  /** Whether the first owner can sign in. */
  ownerCanSignIn(): Promise<boolean>;
  /** Whether the account has a password. */
  canSignIn(id: string): Promise<boolean>;
  /** An owner whom an API token stands for before anyone has set the server up. */
  makeOwnerWithoutPassword(): Promise<Person>;
  /** Makes the first owner, or completes the one made without a password. @returns null where another account has the address */
  setUpOwner(email: string, password: string, language: Language): Promise<Person | null>;
  /** @returns null where the address has an account */
  create(person: NewPerson): Promise<Person | null>;
  /** Ends all of the account's sessions. */
  setPassword(id: string, password: string): Promise<void>;
  /** Another e-mail address, which its person has shown to have. @returns false where another account has it */
  setLogin(id: string, login: string): Promise<boolean>;
  /** Says whether the password is still the same, and nothing of it; empty where there is none. */
  passwordMark(id: string): Promise<string>;
  /** Those who were made first come first; at most so many as a server may sensibly have. */
  all(): Promise<Person[]>;
  endSessions(id: string): Promise<void>;
  /** Those that have not ended. */
  sessions(id: string): Promise<SessionOf[]>;
  /** @returns false where the account has no such session */
  endSession(id: string, sessionId: string): Promise<boolean>;
  hasSecondFactor(id: string): Promise<boolean>;
  /** How many recovery codes of the second factor are left. */
  recoveryCodes(id: string): Promise<number>;
  /** Takes the account's second factor away. @returns whether there was one */
  dropSecondFactor(id: string): Promise<boolean>;
  /** From now on it is the account that was made first, and so the server's. */
  makeFirst(id: string): Promise<void>;
  change(id: string, changes: Partial<Pick<Person, 'language' | 'name'>>): Promise<void>;
}

/** The accounts alone, without signing in. */
export async function openPeople(options: SignInOptions): Promise<People> {
  await migrateSignIn(options);
  return createPeople(createSignIn(options));
}

export function createPeople(signIn: SignIn): People {
  const adapter = async () => (await signIn.$context).internalAdapter;
  const first = async () =>
    (await (await adapter()).listUsers(1, 0, { field: 'createdAt', direction: 'asc' }))[0];
  const people: People = {
    byId: async (id) => toPerson(await (await adapter()).findUserById(id)),
    byLogin: async (login) => toPerson((await (await adapter()).findUserByEmail(login))?.user ?? null),
    firstOwner: async () => toPerson((await first()) ?? null),
    ownerCanSignIn: async () => {
      const owner = await first();
      return owner !== undefined && (await people.canSignIn(owner.id));
    },
    canSignIn: async (id) => (await (await adapter()).findCredentialAccount(id)) !== null,
    makeOwnerWithoutPassword: () => makeUser(signIn, { login: NOT_SET_UP, language: 'en' }),
    setUpOwner: async (login, password, language) => {
      const waiting = await people.firstOwner();
      const known = await people.byLogin(login);
      if (known !== null && known.id !== waiting?.id) return null;
      const owner = waiting ?? (await makeUser(signIn, { login, language }));
      const name = nameOf(login);
      if (waiting) await (await adapter()).updateUser(owner.id, { email: login, name, language });
      // Last: with it, there is nothing more to be set up.
      await addPassword(signIn, owner.id, password);
      return { id: owner.id, login, name, language };
    },
    create: async ({ password, ...person }) => {
      if (await people.byLogin(person.login)) return null;
      const made = await makeUser(signIn, person).catch(async (error: unknown) => {
        // Of two who come at once, the store takes one.
        if (await people.byLogin(person.login)) return null;
        throw error;
      });
      if (made === null) return null;
      await addPassword(signIn, made.id, password);
      return made;
    },
    setPassword: async (id, password) => {
      const { internalAdapter, password: passwords } = await signIn.$context;
      if (await people.canSignIn(id))
        await internalAdapter.updatePassword(id, await passwords.hash(password));
      else await addPassword(signIn, id, password);
      // Last: sessions that begin with the old password while the new one is hashed end, too.
      await internalAdapter.deleteUserSessions(id);
    },
    setLogin: async (id, login) => {
      const isTaken = async () => ((await people.byLogin(login))?.id ?? id) !== id;
      if (await isTaken()) return false;
      try {
        await (await adapter()).updateUser(id, { email: login, emailVerified: true });
      } catch (error) {
        // Of two who come at once, the store takes one.
        if (await isTaken()) return false;
        throw error;
      }
      return true;
    },
    passwordMark: async (id) => {
      const hash = (await (await adapter()).findCredentialAccount(id))?.password;
      return hash === undefined || hash === null ? '' : sha256(hash);
    },
    all: async () =>
      (await (await adapter()).listUsers(MOST_LISTED, 0, { field: 'createdAt', direction: 'asc' })).flatMap(
        (user) => toPerson(user) ?? [],
      ),
    endSessions: async (id) => (await adapter()).deleteUserSessions(id),
    sessions: async (id) =>
      (await (await adapter()).listSessions(id)).map((one) => ({
        id: one.id,
        agent: one.userAgent ?? '',
        address: one.ipAddress ?? '',
        createdAt: new Date(one.createdAt).getTime(),
        seenAt: new Date(one.updatedAt).getTime(),
      })),
    endSession: async (id, sessionId) => {
      const found = (await (await adapter()).listSessions(id)).find((one) => one.id === sessionId);
      if (found === undefined) return false;
      await (await adapter()).deleteSession(found.token);
      return true;
    },
    hasSecondFactor: async (id) => {
      const user = (await (await adapter()).findUserById(id)) as { twoFactorEnabled?: unknown } | null;
      return Boolean(user?.twoFactorEnabled);
    },
    recoveryCodes: async (id) => {
      if (!(await people.hasSecondFactor(id))) return 0;
      return (await signIn.api.viewBackupCodes({ body: { userId: id } })).backupCodes.length;
    },
    dropSecondFactor: async (id) => {
      const had = await people.hasSecondFactor(id);
      await (await adapter()).updateUser(id, { twoFactorEnabled: false });
      const { adapter: rows } = await signIn.$context;
      await rows.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: id }] });
      return had;
    },
    makeFirst: async (id) => {
      const before = await first();
      if (before === undefined || before.id === id) return;
      const createdAt = new Date(new Date(before.createdAt).getTime() - 1_000);
      await (await adapter()).updateUser(id, { createdAt });
    },
    change: async (id, changes) => {
      await (await adapter()).updateUser(id, changes);
    },
  };
  return people;
}

const nameOf = (login: string): string => login.split('@')[0] ?? login;

async function makeUser(
  signIn: SignIn,
  { login, language, name = nameOf(login) }: Pick<Person, 'login' | 'language'> & { name?: string },
): Promise<Person> {
  const { internalAdapter } = await signIn.$context;
  const user = await internalAdapter.createUser(
    { email: login, name, language },
    { method: 'email-password' },
  );
  return { id: user.id, login, name, language };
}

async function addPassword(signIn: SignIn, userId: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await signIn.$context;
  await internalAdapter.createAccount({
    userId,
    providerId: 'credential',
    issuer: 'local:credential',
    accountId: userId,
    password: await passwords.hash(password),
  });
}

function toPerson(user: { id: string; email: string; name: string } | null): Person | null {
  if (!user) return null;
  const { language } = user as { language?: unknown };
  return {
    id: user.id,
    login: user.email,
    name: user.name,
    language: LANGUAGES.find((one) => one === language) ?? 'en',
  };
}
