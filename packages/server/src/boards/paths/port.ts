/** Where saved paths are kept. Contract suite: `stores/records/boards/path-store.contract.ts`. */
import type { PathAddress, PathKind } from '@goalpost/contract/management';

export interface PathRecord {
  readonly id: string;
  readonly counterId: number;
  readonly ownerId: string;
  readonly kind: PathKind;
  readonly name: string;
  readonly shared: boolean;
  readonly address: PathAddress;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export type PathText = Pick<PathRecord, 'kind' | 'name' | 'shared' | 'address'>;

export interface PathStore {
  /** Those of the account, and those that their owners share, oldest first. */
  visibleTo(counterId: number, accountId: string): Promise<PathRecord[]>;
  get(counterId: number, id: string): Promise<PathRecord | null>;
  /** @returns false where the counter has as many as it may */
  add(path: PathRecord): Promise<boolean>;
  /** @returns whether it was there */
  replace(counterId: number, id: string, text: PathText): Promise<boolean>;
  /** @returns whether it was there */
  remove(counterId: number, id: string): Promise<boolean>;
}
