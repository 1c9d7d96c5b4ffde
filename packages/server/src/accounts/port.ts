/** Where API tokens are kept. Contract suite: `stores/records/tokens/token-store.contract.ts`. */
import type { TokenScope } from '@goalpost/contract/management';

export interface TokenRecord {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly scope: TokenScope;
  /** The only ones that it is for; null: all that its account has. */
  readonly counters: readonly number[] | null;
  /** Null: never. */
  readonly expiresAt: number | null;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

export interface TokenStore {
  /** @param hash SHA-256 of the token, hex */
  add(token: Omit<TokenRecord, 'lastUsedAt' | 'revokedAt'>, hash: string): Promise<void>;
  /** Also those revoked: the caller decides. */
  findByHash(hash: string): Promise<TokenRecord | null>;
  list(accountId: string): Promise<TokenRecord[]>;
  revoke(accountId: string, id: string, now: number): Promise<boolean>;
  touch(id: string, now: number): Promise<void>;
}
