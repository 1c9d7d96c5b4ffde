/** Sends the latest issue of a schedule now, and says what came of it at each channel [M145]. */
import type { ScheduleTrial } from '@goalpost/contract/notices';
import { randomUUID } from 'node:crypto';
import { createRateLimit } from '../kit/limits/rate-limit.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import { noticesBy, type NoticeSender, type NoticeStore } from '../notify/index.ts';
import type { StatDeps } from '../query/index.ts';
import { latestIssue } from './calendar.ts';
import { makeIssue } from './issue.ts';
import { noSuchSchedule } from './management.ts';
import type { ScheduleStore } from './port.ts';
import { issueOf } from './runner.ts';

export interface TrialDeps extends StatDeps {
  readonly schedules: Pick<ScheduleStore, 'list'>;
  readonly channels: Pick<NoticeStore, 'channels' | 'add'>;
  readonly sender: Pick<NoticeSender, 'work'>;
  linkTo(path: string): string;
}

/** Each is a whole report, and goes to addresses that any owner can enter. */
const MOST = 5;
const WINDOW_MS = 60_000;

export function createScheduleTrials(deps: TrialDeps) {
  const { schedules, channels, sender, clock } = deps;
  const isAllowed = createRateLimit(WINDOW_MS);

  return async (counterId: number, id: string, signal: AbortSignal): Promise<ScheduleTrial | Problem> => {
    const now = clock.now();
    if (!isAllowed(`counter ${counterId}`, MOST, now))
      return problem('quota_requests_by_uid', 'Too many trials were asked for. Wait a minute.');
    const schedule = (await schedules.list(counterId)).find((one) => one.id === id);
    const counter = await deps.counters.get(counterId);
    if (schedule === undefined || counter === null) return noSuchSchedule();
    const { period, hour, channels: chosen } = schedule.settings;
    const issue = latestIssue({ period, hour, timeZone: counter.timeZone }, now);
    const message = await makeIssue(deps, issueOf(deps, schedule, counter, issue), issue, signal);
    if (isProblem(message)) return message;
    const told = [{ key: `trial-${randomUUID()}`, message }];
    await channels.add(await noticesBy(channels, { counterId, chosen }, told), now);
    await sender.work();
    return {
      channels: (await channels.channels(counterId))
        .filter((channel) => chosen.includes(channel.id))
        .map((channel) => ({ id: channel.id, sent: !channel.failing, answer: channel.lastAnswer })),
    };
  };
}
