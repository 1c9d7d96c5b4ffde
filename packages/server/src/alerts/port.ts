/** Where alerts and what they told of are kept. Contract suite: `stores/records/notices/notice-store.contract.ts`. */
import type { AlertInput } from '@goalpost/contract/notices';
import type { Claims } from '../kit/outbox/port.ts';
import type { NewNotice } from '../notify/index.ts';
import type { Happening } from './detect/happening.ts';

export interface AlertRecord {
  readonly id: string;
  readonly counterId: number;
  readonly settings: AlertInput;
  readonly createdAt: number;
  /** When it is looked at again. */
  readonly nextAt: number;
  /** Up to here it has told what there was to tell. */
  readonly lookedAt: number;
}

export interface KeptHappening extends Happening {
  readonly id: string;
  readonly alertId: string;
}

/** What one look at an alert found. */
export interface Looked {
  readonly began: readonly KeptHappening[];
  readonly ended: readonly KeptHappening[];
  readonly notices: readonly NewNotice[];
  readonly now: number;
  readonly nextAt: number;
  readonly lookedAt: number;
}

/** Due are those that are enabled; of several nodes one looks at a time. */
export interface AlertStore extends Claims<AlertRecord> {
  list(counterId: number): Promise<AlertRecord[]>;
  /** @returns false where the counter has as many as it may */
  add(alert: AlertRecord): Promise<boolean>;
  /** @returns false where the counter has no such alert */
  replace(alert: AlertRecord): Promise<boolean>;
  remove(counterId: number, id: string): Promise<boolean>;
  /** Newest first. */
  happenings(alertIds: readonly string[]): Promise<KeptHappening[]>;
  /** All of it, or nothing: what is told is told with why. */
  looked(alert: AlertRecord, found: Looked): Promise<void>;
}
