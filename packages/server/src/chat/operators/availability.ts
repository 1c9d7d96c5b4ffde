/** Whether a counter's chat and its departments answer [C41, C46], and telling its visitors when that changes. */
import type { ChatTeamMember } from '@goalpost/contract/chat';
import type { Clock } from '../../kit/clock.ts';
import { answeringOf, isSameAnswering, type Answering } from './answering.ts';
import { createWorkingHours } from './hours.ts';
import type { Hub } from '../hub.ts';
import type { Roster } from './roster.ts';
import type { SettingsBook } from '../settings/settings.ts';

export interface Availability {
  /** Asked for each message: no store is read for it but the settings, now and then. */
  now(counterId: number): Promise<Answering>;
  /** Of the counter alone. */
  isOnline(counterId: number): Promise<boolean>;
  /** `offline`: none of their consoles is connected, nor on its way back. */
  stateOf(accountId: string): ChatTeamMember['state'];
  /** Looks again; tells the visitors of counters where it changed. */
  check(counterIds: Iterable<number>): Promise<void>;
  /** Counters that were online when last looked at. */
  known(): Iterable<number>;
}

export interface AvailabilityDeps {
  readonly hub: Pick<Hub, 'operators' | 'toVisitors'>;
  readonly roster: Pick<Roster, 'isAway' | 'isAwaited' | 'awaited'>;
  readonly settings: Pick<SettingsBook, 'get'>;
  readonly clock: Clock;
}

export function createAvailability({ hub, roster, settings, clock }: AvailabilityDeps): Availability {
  const isWorking = createWorkingHours();
  const told = new Map<number, Answering>();

  function staffOf(counterId: number): Set<string> {
    const staff = new Set(roster.awaited(counterId));
    for (const one of hub.operators()) if (one.mayAnswer(counterId)) staff.add(one.accountId);
    return staff;
  }

  async function now(counterId: number): Promise<Answering> {
    const set = await settings.get(counterId);
    return answeringOf({ settings: set, staff: staffOf(counterId), now: clock.now() }, isWorking);
  }

  return {
    now,
    isOnline: async (counterId) => (await now(counterId)).online,
    stateOf(accountId) {
      const isThere = [...hub.operators()].some((one) => one.accountId === accountId);
      if (!isThere && !roster.isAwaited(accountId)) return 'offline';
      return roster.isAway(accountId) ? 'away' : 'online';
    },
    async check(counterIds) {
      for (const counterId of counterIds) {
        const answering = await now(counterId);
        if (isSameAnswering(answering, told.get(counterId) ?? NOBODY)) continue;
        if (answering.online) told.set(counterId, answering);
        else told.delete(counterId);
        hub.toVisitors(counterId, { type: 'online', ...answering });
      }
    },
    known: () => [...told.keys()],
  };
}

/** No department answers where the counter does not. */
const NOBODY: Answering = { online: false };
