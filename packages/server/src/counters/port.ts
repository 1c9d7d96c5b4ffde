/** Where counters and access to them are kept. Contract suite: `stores/records/counters/counter-store.contract.ts`. */
import type { Permission } from '../kit/endpoint.ts';
import type { CounterRecord, CounterSettings } from './counter.ts';

export interface CounterStore {
  /** Every counter, deleted ones too. */
  all(): Promise<CounterRecord[]>;
  /** Counters the account may at least view. */
  visibleTo(accountId: string): Promise<{ counter: CounterRecord; permission: Permission }[]>;
  get(counterId: number): Promise<CounterRecord | null>;
  /** What the account may do with the counter; null: nothing. */
  permission(accountId: string, counterId: number): Promise<Permission | null>;
  /** Of an account with a limited grant: which visits its reports show, as filters; null: there are no limits. */
  limit(accountId: string, counterId: number): Promise<string | null>;
  /** Every account that may at least view the counter, its owner first. */
  accountsOf(counterId: number): Promise<{ accountId: string; permission: Permission }[]>;
  /** @param id chosen number, or null for a random free one of eight digits */
  create(
    ownerId: string,
    id: number | null,
    settings: CounterSettings,
    now: number,
  ): Promise<CounterRecord | 'taken'>;
  /** @param changes or what makes them of the counter as it is, with no other change in between */
  update(
    counterId: number,
    changes: Partial<CounterSettings> | ((before: CounterRecord) => Partial<CounterSettings>),
  ): Promise<CounterRecord | null>;
  setStatus(counterId: number, status: CounterRecord['status']): Promise<CounterRecord | null>;
}

/** Tells collection of a changed counter or goal. */
export interface ConfigPublisher {
  /**
   * Reads the counter again and journals its settings. Resolves when hits that arrive from then on are judged
   * by them [G17]; an endpoint that changes something awaits it before it answers.
   */
  publish(counterId: number): Promise<void>;
}
