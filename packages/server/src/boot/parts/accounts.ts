/** People who sign in, and their tokens. */
import { createAccounts, type Accounts } from '../../accounts/index.ts';
import { createSecrets, SecretsLocked } from '../../kit/secrets/secrets.ts';
import {
  createAccessStore,
  createInstallationRecords,
  createPasskeyStore,
  createTokenStore,
  type Records,
} from '../../stores/records/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { OidcGrant } from '../config/oidc.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Part } from '../part.ts';
import { audit } from './audit.ts';
import { asCannotStart, records } from './records.ts';
import { secret } from './secret.ts';

export const accounts: Part<Accounts> = {
  name: 'accounts',
  async open({ config, clock, log, use }) {
    const { publicUrl, adminEmail: email, adminPassword: password, adminToken } = config;
    const { db, dialect, answers } = use(records);
    const sso = config.oidc && { ...config.oidc, onNew: grantTo(use(records), config.oidc.grant, clock) };
    return createAccounts({
      sso,
      db,
      dialect,
      secret: use(secret),
      secrets: createSecrets(config.secretsKeys),
      secondFactorRequired: config.secondFactorRequired,
      publicUrl,
      storeAnswers: answers,
      warn: (message) => log.warn(message),
      onSignIn: use(audit).log.signIn,
      tokens: createTokenStore(db),
      passkeyStore: createPasskeyStore(db),
      clock,
      firstOwner: email === null || password === null ? null : { email, password },
      adminToken,
    }).catch((error: unknown) => {
      throw error instanceof SecretsLocked ? new CannotStart(LOCKED) : asCannotStart(error);
    });
  },
};

const LOCKED =
  'The second factors of accounts cannot be opened: add the key that they were sealed with to GOALPOST_SECRETS_KEY, behind the new one.';

/** What a person gets whom the identity provider has brought without an account [A55]. */
function grantTo(opened: Records, grant: OidcGrant | null, clock: Clock) {
  return async (accountId: string): Promise<void> => {
    if (grant === null) return;
    const known = new Set(await createInstallationRecords(opened).counters());
    const counters = grant.counters === 'all' ? [...known] : grant.counters.filter((id) => known.has(id));
    const access = createAccessStore(opened.db);
    const given = { accountId, permission: grant.role, comment: 'GOALPOST_OIDC_DOMAINS' };
    for (const id of counters) await access.addGrant(id, { ...given, filters: '', createdAt: clock.now() });
  };
}
