/** Whether a counter's chat is online [C41], and telling its visitors when that changes. */
import type { Clock } from '../kit/clock.ts';
import { isWorking } from './hours.ts';
import type { Hub } from './hub.ts';
import type { SettingsBook } from './settings.ts';

export interface Availability {
  isOnline(counterId: number): Promise<boolean>;
  /** Operators who said that they are away, by account. */
  isAway(accountId: string): boolean;
  setAway(accountId: string, away: boolean): void;
  /** Looks again; tells the visitors of counters where it changed. */
  check(counterIds: Iterable<number>): Promise<void>;
  /** Counters that were online when last looked at. */
  known(): Iterable<number>;
}

export interface AvailabilityDeps {
  readonly hub: Pick<Hub, 'operators' | 'toVisitors'>;
  readonly settings: Pick<SettingsBook, 'get'>;
  readonly clock: Clock;
}

export function createAvailability({ hub, settings, clock }: AvailabilityDeps): Availability {
  const away = new Set<string>();
  const online = new Set<number>();

  async function isOnline(counterId: number): Promise<boolean> {
    const staffed = () => [...hub.operators()].some((one) => one.mayAnswer(counterId));
    if (!staffed()) return false;
    const { hours } = await settings.get(counterId);
    return staffed() && isWorking(hours, clock.now());
  }

  return {
    isOnline,
    isAway: (accountId) => away.has(accountId),
    setAway(accountId, isAway) {
      if (isAway) away.add(accountId);
      else away.delete(accountId);
    },
    async check(counterIds) {
      for (const counterId of counterIds) {
        const now = await isOnline(counterId);
        if (now === online.has(counterId)) continue;
        if (now) online.add(counterId);
        else online.delete(counterId);
        hub.toVisitors(counterId, { type: 'online', online: now });
      }
    },
    known: () => [...online],
  };
}
