/** People who sign in, and their tokens. */
import { createAccounts, type Accounts } from '../../accounts/index.ts';
import { createTokenStore } from '../../stores/records/index.ts';
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
      publicUrl,
      storeAnswers: answers,
      warn: (message) => log.warn(message),
      onSignIn: use(audit).log.signIn,
      tokens: createTokenStore(db),
      clock,
      firstOwner: email === null || password === null ? null : { email, password },
      adminToken,
    }).catch((error: unknown) => {
      throw asCannotStart(error);
    });
  },
};
