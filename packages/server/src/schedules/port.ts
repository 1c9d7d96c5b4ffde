/** Where schedules are kept. Contract suite: `stores/records/notices/notice-store.contract.ts`. */
import type { ScheduleInput } from '@goalpost/contract/notices';
import type { Claims } from '../kit/outbox/port.ts';
import type { NewNotice } from '../notify/index.ts';

export interface ScheduleRecord {
  readonly id: string;
  readonly counterId: number;
  readonly settings: ScheduleInput;
  readonly createdAt: number;
  readonly nextAt: number;
  /** Of the issue that was sent last, or that was the latest when the schedule was set. */
  readonly sentKey: string;
  readonly lastAt: number | null;
  readonly lastFault: string;
}

export type Outcome = Pick<ScheduleRecord, 'nextAt' | 'sentKey' | 'lastAt' | 'lastFault'>;

/** Due are those that are enabled; of several nodes one makes an issue at a time. */
export interface ScheduleStore extends Claims<ScheduleRecord> {
  list(counterId: number): Promise<ScheduleRecord[]>;
  /** @returns false where the counter has as many as it may */
  add(schedule: ScheduleRecord): Promise<boolean>;
  /** @returns false where the counter has no such schedule */
  replace(schedule: ScheduleRecord): Promise<boolean>;
  remove(counterId: number, id: string): Promise<boolean>;
  /** An issue and what became of it are written down together, so that none is sent twice. */
  done(schedule: ScheduleRecord, outcome: Outcome, notices: readonly NewNotice[], now: number): Promise<void>;
}
