/** Setting, changing and listing schedules, without HTTP. */
import { MAX_SCHEDULES, type Schedule, type ScheduleInput } from '@goalpost/contract/notices';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { randomUUID } from 'node:crypto';
import type { EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, problemBody, problemsIn, type Problem } from '../kit/problem.ts';
import { refuseChannels, type NoticeStore } from '../notify/index.ts';
import { understand, type StatDeps } from '../query/index.ts';
import { latestIssue, nextIssue } from './calendar.ts';
import { questionOf } from './issue.ts';
import type { ScheduleRecord, ScheduleStore } from './port.ts';

export interface ScheduleDeps extends StatDeps {
  readonly schedules: ScheduleStore;
  readonly channels: Pick<NoticeStore, 'channels'>;
}

type Asking = Pick<EndpointContext, 'authorise' | 'signal'>;

export function createScheduleManagement(deps: ScheduleDeps) {
  const { schedules, clock } = deps;

  async function refuse(counterId: number, input: ScheduleInput, context: Asking): Promise<Problem | null> {
    if (!REPORTS.some(({ id }) => id === input.report))
      return problem('invalid_parameter', 'There is no such report.', 'schedule.report');
    const chosen = { counterId, chosen: input.channels };
    const refusal = await refuseChannels(deps.channels, chosen, 'schedule');
    if (refusal !== null) return refusal;
    // What the schedule will ask is understood once, so that a fault is told now and here.
    const days = { date1: 'yesterday', date2: 'yesterday' };
    const question = await understand(deps, questionOf(input, counterId, days), context, {
      plansOnly: true,
    });
    return isProblem(question) ? placed(question) : null;
  }

  async function timesOf(counterId: number, { period, hour }: ScheduleInput) {
    const counter = await deps.counters.get(counterId);
    const when = { period, hour, timeZone: counter?.timeZone ?? 'UTC' };
    const now = clock.now();
    return { latest: latestIssue(when, now), next: nextIssue(when, now), now };
  }

  return {
    list: async (counterId: number): Promise<Schedule[]> => (await schedules.list(counterId)).map(shown),

    async make(counterId: number, settings: ScheduleInput, context: Asking): Promise<Schedule | Problem> {
      const refusal = await refuse(counterId, settings, context);
      if (refusal !== null) return refusal;
      const { latest, next, now } = await timesOf(counterId, settings);
      const schedule: ScheduleRecord = {
        id: randomUUID(),
        counterId,
        settings,
        createdAt: now,
        nextAt: next.sendAt,
        // The one before it was set is not sent.
        sentKey: latest.key,
        lastAt: null,
        lastFault: '',
      };
      return (await schedules.add(schedule))
        ? shown(schedule)
        : problem('limit_exceeded', `A counter has at most ${MAX_SCHEDULES} schedules.`);
    },

    async change(counterId: number, id: string, settings: ScheduleInput, context: Asking) {
      const kept = (await schedules.list(counterId)).find((one) => one.id === id);
      if (kept === undefined) return noSuchSchedule();
      const refusal = await refuse(counterId, settings, context);
      if (refusal !== null) return refusal;
      const { latest, next } = await timesOf(counterId, settings);
      const schedule = {
        ...kept,
        settings,
        nextAt: next.sendAt,
        sentKey: latest.key > kept.sentKey ? latest.key : kept.sentKey,
        lastFault: '',
      };
      return (await schedules.replace(schedule)) ? shown(schedule) : noSuchSchedule();
    },

    async remove(counterId: number, id: string): Promise<Problem | null> {
      return (await schedules.remove(counterId, id)) ? null : noSuchSchedule();
    },
  };
}

export const noSuchSchedule = (): Problem => problem('not_found', 'There is no such schedule.', 'scheduleId');

/** The parameter of the report that is at fault is a field of the schedule. */
function placed(refusal: Problem): Problem {
  const items = problemBody(refusal).errors.map(({ location, ...item }) => ({
    ...item,
    // Which of several metrics it is, the message says.
    location: `schedule.${fieldOf(location?.split('.')[0])}`,
  }));
  return problemsIn(items) ?? refusal;
}

const fieldOf = (parameter = 'report'): string => (parameter === 'dimensions' ? 'levels' : parameter);

const shown = ({ id, settings, nextAt, lastAt, lastFault }: ScheduleRecord): Schedule => ({
  ...settings,
  id,
  next_at: new Date(nextAt).toISOString(),
  last_at: lastAt === null ? null : new Date(lastAt).toISOString(),
  last_fault: lastFault,
});
