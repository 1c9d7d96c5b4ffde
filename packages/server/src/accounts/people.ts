/** The people who have an account, kept by the sign-in library. */
import type { Language, SignIn } from './sign-in.ts';
import { LANGUAGES } from './sign-in.ts';

export interface Person {
  readonly id: string;
  /** The e-mail address they sign in with. */
  readonly login: string;
  readonly language: Language;
}

/** E-mail of an owner who exists by an API token alone, until they set themselves up. */
const NOT_SET_UP = 'owner@goalpost.invalid';

export interface People {
  byId(id: string): Promise<Person | null>;
  /** Who was made first; null while there is nobody. */
  firstOwner(): Promise<Person | null>;
  /** Whether the first owner can sign in. */
  ownerCanSignIn(): Promise<boolean>;
  /** An owner whom an API token stands for before anyone has set the server up. */
  makeOwnerWithoutPassword(): Promise<Person>;
  /** Makes the first owner, or completes the one made without a password. */
  setUpOwner(email: string, password: string, language: Language): Promise<Person>;
  setLanguage(id: string, language: Language): Promise<void>;
}

export function createPeople(signIn: SignIn): People {
  const adapter = async () => (await signIn.$context).internalAdapter;
  const first = async () =>
    (await (await adapter()).listUsers(1, 0, { field: 'createdAt', direction: 'asc' }))[0];
  const people: People = {
    byId: async (id) => toPerson(await (await adapter()).findUserById(id)),
    firstOwner: async () => toPerson((await first()) ?? null),
    ownerCanSignIn: async () => {
      const owner = await first();
      return owner !== undefined && (await (await adapter()).findCredentialAccount(owner.id)) !== null;
    },
    makeOwnerWithoutPassword: () => makeUser(signIn, NOT_SET_UP, 'en'),
    setUpOwner: async (email, password, language) => {
      const context = await signIn.$context;
      const hash = await context.password.hash(password);
      const waiting = await people.firstOwner();
      const owner = waiting ?? (await makeUser(signIn, email, language));
      await context.internalAdapter.createAccount({
        userId: owner.id,
        providerId: 'credential',
        issuer: 'local:credential',
        accountId: owner.id,
        password: hash,
      });
      if (waiting) await context.internalAdapter.updateUser(owner.id, { email, language });
      return { id: owner.id, login: email, language };
    },
    setLanguage: async (id, language) => {
      await (await adapter()).updateUser(id, { language });
    },
  };
  return people;
}

async function makeUser(signIn: SignIn, email: string, language: Language): Promise<Person> {
  const { internalAdapter } = await signIn.$context;
  const user = await internalAdapter.createUser(
    { email, name: email.split('@')[0] ?? email, language },
    { method: 'email-password' },
  );
  return { id: user.id, login: email, language };
}

function toPerson(user: { id: string; email: string } | null): Person | null {
  if (!user) return null;
  const { language } = user as { language?: unknown };
  return { id: user.id, login: user.email, language: LANGUAGES.find((one) => one === language) ?? 'en' };
}
