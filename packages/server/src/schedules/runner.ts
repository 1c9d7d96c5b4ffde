/** Makes issues whose time has come: each once, and after a time without the server the latest alone [M107]. */
import { bareName } from '@goalpost/contract/reports/names';
import type { FaultLog } from '../kit/log.ts';
import { claimDue } from '../kit/outbox/port.ts';
import { isProblem, problemBody } from '../kit/problem.ts';
import { noticesBy, type NoticeStore } from '../notify/index.ts';
import type { StatDeps } from '../query/index.ts';
import { latestIssue, nextIssue, type Issue } from './calendar.ts';
import { makeIssue, type IssueOf } from './issue.ts';
import type { ScheduleRecord, ScheduleStore } from './port.ts';

export interface ScheduleRunnerDeps extends StatDeps {
  readonly schedules: ScheduleStore;
  readonly channels: Pick<NoticeStore, 'channels'>;
  /** What was written down is to be sent. */
  wake(): void;
  linkTo(path: string): string;
  readonly log: FaultLog;
  readonly node: string;
}

const AT_ONCE = 10;
const CLAIM_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
/** A report that cannot be made now is tried again so much later. */
const AGAIN_MS = 5 * 60_000;

/** What one issue is about. */
export function issueOf(
  { linkTo }: Pick<ScheduleRunnerDeps, 'linkTo'>,
  { id, counterId, settings }: ScheduleRecord,
  { site }: { readonly site: string },
  { date1, date2 }: Issue,
): IssueOf {
  const search = new URLSearchParams({ from: date1, to: date2, ...screenOf(settings) });
  const url = linkTo(`/counter/${counterId}/report/${settings.report}?${search.toString()}`);
  return { counterId, site, scheduleId: id, settings, url };
}

/** What leads to the same rows on the screen: it shows the numbers of the letter [M152]. */
const screenOf = ({ filters, segment, levels }: ScheduleRecord['settings']): Record<string, string> => ({
  ...(filters === '' ? {} : { filters }),
  ...(segment === '' ? {} : { segment }),
  ...(levels.length === 0 ? {} : { levels: levels.map(bareName).join() }),
});

export function createScheduleRunner(deps: ScheduleRunnerDeps) {
  const { schedules, clock, log, node } = deps;

  async function one(schedule: ScheduleRecord, signal: AbortSignal): Promise<void> {
    const { counterId, settings } = schedule;
    const counter = await deps.counters.get(counterId);
    const now = clock.now();
    if (counter?.status !== 'Active')
      return schedules.done(schedule, { ...schedule, nextAt: now + HOUR_MS }, [], now);
    const when = { period: settings.period, hour: settings.hour, timeZone: counter.timeZone };
    const issue = latestIssue(when, now);
    const nextAt = nextIssue(when, now).sendAt;
    if (issue.key <= schedule.sentKey) return schedules.done(schedule, { ...schedule, nextAt }, [], now);
    const message = await makeIssue(deps, issueOf(deps, schedule, counter, issue), issue, signal);
    if (isProblem(message)) {
      const { code, message: why } = problemBody(message);
      // The store is away, or slow: that passes. What cannot be asked any more is said at the schedule.
      const passes = code >= 500;
      return schedules.done(
        schedule,
        { ...schedule, lastFault: why, nextAt: passes ? now + AGAIN_MS : nextAt },
        [],
        now,
      );
    }
    const chosen = { counterId, chosen: settings.channels };
    const told = [{ key: `${schedule.id}-${issue.key}`, message }];
    const notices = await noticesBy(deps.channels, chosen, told);
    await schedules.done(schedule, { nextAt, sentKey: issue.key, lastAt: now, lastFault: '' }, notices, now);
    deps.wake();
  }

  return {
    /** Makes what is due. Never throws. */
    async work(signal: AbortSignal): Promise<void> {
      try {
        const now = clock.now();
        const mine = await claimDue(schedules, ({ id }) => id, now, AT_ONCE, { node, until: now + CLAIM_MS });
        for (const schedule of mine) {
          if (signal.aborted) return;
          await one(schedule, signal).catch((error: unknown) => {
            if (!signal.aborted)
              log.warn(
                { error: String(error), schedule: schedule.id },
                'A scheduled report could not be made.',
              );
          });
        }
      } catch (error) {
        log.warn({ error: String(error) }, 'Which scheduled reports are due is not known.');
      }
    },
  };
}

export type ScheduleRunner = ReturnType<typeof createScheduleRunner>;
