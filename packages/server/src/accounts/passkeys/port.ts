/** Where passkeys are kept. Contract suite: `stores/records/passkeys/passkey-store.contract.ts`. */

/** What is public of a passkey: the secret half never leaves its person's device. */
export interface Passkey {
  /** As the device names it, base64url. */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** Rises with each use, where the device counts. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

export interface PasskeyStore {
  /** @returns false where the account has as many as it may, or the passkey is known */
  add(passkey: Passkey, most: number): Promise<boolean>;
  byId(id: string): Promise<Passkey | null>;
  /** Oldest first. */
  list(accountId: string): Promise<Passkey[]>;
  /** @returns whether it was there */
  rename(accountId: string, id: string, name: string): Promise<boolean>;
  remove(accountId: string, id: string): Promise<boolean>;
  used(id: string, counter: number, at: number): Promise<void>;
}
