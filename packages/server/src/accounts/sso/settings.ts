/** Signing in by an identity provider: what its settings say. */
export interface SsoSettings {
  /** Without a slash at its end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientAuth: 'basic' | 'post';
  /** On the button. */
  readonly name: string;
  /** E-mail addresses count that the provider does not call verified. */
  readonly trustsEmail: boolean;
  /** People with an address of these get an account when they first come. */
  readonly domains: readonly string[];
}

/** Why the identity provider's answer does not let a person in. */
export const SSO_REFUSALS = ['unknown', 'unverified', 'away', 'failed'] as const;
export type SsoRefusal = (typeof SSO_REFUSALS)[number];
