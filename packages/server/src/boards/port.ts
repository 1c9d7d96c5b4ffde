/** Where boards are kept. Contract suite: `stores/records/boards/board-store.contract.ts`. */
import type { WidgetQuestion } from '@goalpost/contract/management';

export interface StoredWidget {
  readonly id: string;
  readonly question: WidgetQuestion;
}

export interface BoardRecord {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly shared: boolean;
  readonly widgets: readonly StoredWidget[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export type BoardText = Pick<BoardRecord, 'name' | 'shared' | 'widgets'>;

export interface BoardStore {
  /** Those of the account, and those that their owners share, oldest first. */
  visibleTo(accountId: string): Promise<BoardRecord[]>;
  get(id: string): Promise<BoardRecord | null>;
  /** @returns false where the account has as many as it may */
  add(board: BoardRecord): Promise<boolean>;
  /** @returns whether it was there */
  replace(id: string, ownerId: string, text: BoardText): Promise<boolean>;
  /** @returns whether it was there */
  remove(id: string, ownerId: string): Promise<boolean>;
}
