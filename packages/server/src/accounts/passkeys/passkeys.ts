/** Passkeys: registered by who is signed in, and enough to sign in by [A69]–[A71]. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Clock } from '../../kit/clock.ts';
import { problem, type Problem } from '../../kit/problem.ts';
import { createChallenges } from './challenge.ts';
import type { Passkey, PasskeyStore } from './port.ts';

export interface PasskeyDeps {
  readonly store: PasskeyStore;
  readonly secret: string;
  readonly publicUrl: string | null;
  readonly clock: Clock;
}

export interface Registering {
  readonly accountId: string;
  readonly login: string;
}

export interface Passkeys {
  /** Null where passkeys can be used here; else why not. */
  readonly fault: Problem | null;
  offer(person: Registering): Promise<PublicKeyCredentialCreationOptionsJSON>;
  register(accountId: string, name: string, response: RegistrationResponseJSON): Promise<Passkey | Problem>;
  ask(): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** @returns whose passkey has answered; null where none that is known here has */
  answer(response: AuthenticationResponseJSON): Promise<string | null>;
}

const MAX_PASSKEYS = 20;
const SIGN_IN = 'sign-in';
const HERE = 'localhost';
/** ES256, EdDSA, RS256: what devices of today make. */
const ALGORITHMS = [-7, -8, -257];

/** Loaded when it is first needed: a server whose people use none pays nothing for it. */
const library = () => import('@simplewebauthn/server');

export function createPasskeys({ store, secret, publicUrl, clock }: PasskeyDeps): Passkeys {
  const challenges = createChallenges(secret, clock);
  const host = publicUrl === null ? HERE : new URL(publicUrl).hostname;
  const registering = (accountId: string): string => `register ${accountId}`;

  /** Without a public address the server is at hand: any port of this machine is its own. */
  const originOf = (clientData: string): string => {
    if (publicUrl !== null) return new URL(publicUrl).origin;
    const { origin } = (jsonOf(clientData) ?? {}) as { origin?: unknown };
    const isHere = typeof origin === 'string' && URL.canParse(origin) && new URL(origin).hostname === HERE;
    return isHere ? origin : `http://${HERE}`;
  };

  return {
    fault: isAddress(host)
      ? problem('conflict', 'Passkeys need a host name: set GOALPOST_PUBLIC_URL to one, not to an address.')
      : null,

    async offer({ accountId, login }) {
      const { generateRegistrationOptions } = await library();
      const known = await store.list(accountId);
      return generateRegistrationOptions({
        rpName: 'Goalpost',
        rpID: host,
        userName: login,
        userID: Uint8Array.from(Buffer.from(accountId)),
        challenge: challenges.make(registering(accountId)),
        attestationType: 'none',
        excludeCredentials: known.map(descriptorOf),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
      });
    },

    async register(accountId, name, response) {
      const { verifyRegistrationResponse } = await library();
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: (challenge) => challenges.use(challenge, registering(accountId)),
        expectedOrigin: originOf(response.response.clientDataJSON),
        expectedRPID: host,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
      if (!verified || registrationInfo === undefined)
        return problem(
          'invalid_parameter',
          'The device has not answered to what was asked. Try it again.',
          'response',
        );
      const { credential } = registrationInfo;
      const passkey: Passkey = {
        id: credential.id,
        accountId,
        name,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        createdAt: clock.now(),
        lastUsedAt: null,
      };
      if (await store.add(passkey, MAX_PASSKEYS)) return passkey;
      return problem(
        'conflict',
        `An account has at most ${MAX_PASSKEYS} passkeys, and each device gives one once.`,
      );
    },

    async ask() {
      const { generateAuthenticationOptions } = await library();
      return generateAuthenticationOptions({
        rpID: host,
        challenge: challenges.make(SIGN_IN),
        userVerification: 'required',
      });
    },

    async answer(response) {
      const passkey = await store.byId(response.id);
      if (passkey === null) return null;
      const { verifyAuthenticationResponse } = await library();
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: (challenge) => challenges.use(challenge, SIGN_IN),
        expectedOrigin: originOf(response.response.clientDataJSON),
        expectedRPID: host,
        requireUserVerification: true,
        credential: {
          id: passkey.id,
          publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        },
      }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
      if (!verified || authenticationInfo === undefined) return null;
      await store.used(passkey.id, authenticationInfo.newCounter, clock.now());
      return passkey.accountId;
    },
  };
}

const descriptorOf = ({ id }: Passkey) => ({ id });

const isAddress = (host: string): boolean => /^\[|^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);

function jsonOf(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
