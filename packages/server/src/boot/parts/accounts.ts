/** People who sign in, and their tokens. */
import { createAccounts, type Accounts } from '../../accounts/index.ts';
import { createSecrets, SecretsLocked } from '../../kit/secrets/secrets.ts';
import { createTokenStore } from '../../stores/records/index.ts';
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
    return createAccounts({
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
