/** Accounts: the owner, signing in, sessions, and API tokens. */
export { createAccounts, type Accounts } from './accounts.ts';
export { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts';
export { openPeople, type NewPerson, type People, type Person } from './people.ts';
export { MAX_NAME_LENGTH } from './profile-endpoints.ts';
export type { Passkey, PasskeyStore } from './passkeys/port.ts';
export { readOrMakeSecret } from './secret.ts';
export type { SsoSettings } from './sso/settings.ts';
export { LANGUAGES, migrateSignIn } from './sign-in.ts';
export { sha256 } from './tokens.ts';
