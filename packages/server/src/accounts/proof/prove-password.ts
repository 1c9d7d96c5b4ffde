/** A person who is signed in gives their password once more, within the limits of sign-in [A14], [A15]. */
import type { SignInHappening } from '../happening.ts';
import type { SignInLimit } from '../sign-in-limit.ts';
import type { SignIn } from '../sign-in.ts';

export interface Proof {
  readonly accountId: string;
  readonly login: string;
  readonly password: string;
  /** Network address that it came from. */
  readonly address: string;
  /** The request's `cookie` header; empty: none. */
  readonly cookies: string;
}

/** `none`: the account has no password, as its person comes by an identity provider. */
export type Proved = 'right' | 'wrong' | 'too many' | 'none';

export interface ProveDeps {
  readonly signIn: Pick<SignIn, '$context'>;
  readonly limit: Pick<SignInLimit, 'take'>;
  readonly tell: (happening: SignInHappening) => void;
}

export function createProvePassword({ signIn, limit, tell }: ProveDeps) {
  return async function provePassword({ password, ...proof }: Proof): Promise<Proved> {
    const { accountId, login, address } = proof;
    const { internalAdapter, password: passwords } = await signIn.$context;
    const hash = (await internalAdapter.findCredentialAccount(accountId))?.password;
    if (hash === undefined || hash === null) return 'none';
    const place = limit.take(proof);
    const said = { subject: 'password', login, accountId, address } as const;
    if (place === null) {
      tell({ ...said, verb: 'refused' });
      return 'too many';
    }
    if (!(await passwords.verify({ hash, password }))) {
      tell({ ...said, verb: 'failed' });
      return 'wrong';
    }
    place.giveBack();
    return 'right';
  };
}
