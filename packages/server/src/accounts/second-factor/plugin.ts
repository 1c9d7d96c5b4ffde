/** Codes of an app (TOTP) and recovery codes, by the sign-in library; both are sealed in the records [A50, A51]. */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Secrets } from '../../kit/secrets/secrets.ts';

export const FACTOR_TABLE = 'auth_two_factor';
export const SECRET_PURPOSE = 'second factor';
export const CODES_PURPOSE = 'recovery codes';

/** Wrong codes in a row after which an account's second factor rests. */
const FACTOR_TRIES = 10;
const FACTOR_REST_SECONDS = 15 * 60;
/** From the password to the code. */
const STEP_SECONDS = 10 * 60;

interface Options {
  /** The sign-in library's own, by which it encrypts: ours is a second seal with a key that is not beside the data. */
  readonly secret: string;
  readonly secrets: Secrets;
}

export function secondFactor({ secret, secrets }: Options) {
  const plugin = twoFactor({
    issuer: 'Goalpost',
    twoFactorTable: FACTOR_TABLE,
    twoFactorCookieMaxAge: STEP_SECONDS,
    accountLockout: { enabled: true, maxFailedAttempts: FACTOR_TRIES, durationSeconds: FACTOR_REST_SECONDS },
    // The library compares the stored text when a code is used up, so that it is sealed here, not by the schema.
    backupCodeOptions: {
      storeBackupCodes: {
        encrypt: async (codes) =>
          secrets.seal(await symmetricEncrypt({ key: secret, data: codes }), CODES_PURPOSE),
        decrypt: (kept) => symmetricDecrypt({ key: secret, data: secrets.open(kept, CODES_PURPOSE) }),
      },
    },
  });
  const { schema } = plugin;
  const { fields } = schema.twoFactor;
  return {
    ...plugin,
    schema: {
      ...schema,
      twoFactor: {
        ...schema.twoFactor,
        fields: {
          ...fields,
          secret: {
            ...fields.secret,
            transform: {
              input: (plain: unknown) =>
                typeof plain === 'string' ? secrets.seal(plain, SECRET_PURPOSE) : null,
              output: (kept: unknown) =>
                typeof kept === 'string' ? secrets.open(kept, SECRET_PURPOSE) : null,
            },
          },
        },
      },
    },
  };
}
