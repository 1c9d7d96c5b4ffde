/** Looks at alerts when their time has come, and writes down what is to be told. */
import { SINGLE_ALERTS } from '@goalpost/contract/notices';
import { randomUUID } from 'node:crypto';
import { displayName } from '../goals/index.ts';
import type { FaultLog } from '../kit/log.ts';
import { claimDue } from '../kit/outbox/port.ts';
import { isProblem, problemBody } from '../kit/problem.ts';
import { noticesBy, type NewNotice, type NoticeStore } from '../notify/index.ts';
import { newsOf } from './compare.ts';
import { readHistory, SETTLE_MS, type HistoryDeps } from './history.ts';
import type { History } from './kinds/kind.ts';
import type { AlertRecord, AlertStore, KeptHappening } from './port.ts';
import { lookingOf, mayExplain, neededBy, replay } from './replay.ts';
import { shown } from './trial.ts';
import { alertMessage } from './words.ts';

export interface AlertRunnerDeps extends HistoryDeps {
  readonly alerts: AlertStore;
  readonly channels: Pick<NoticeStore, 'channels'>;
  /** What was written down is to be sent. */
  wake(): void;
  linkTo(path: string): string;
  readonly log: FaultLog;
  readonly node: string;
}

export interface AlertRunner {
  /** Looks at what is due. Never throws. */
  work(signal: AbortSignal): Promise<void>;
}

const AT_ONCE = 50;
const CLAIM_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Back to when the oldest happening that goes on may have begun. */
const DAYS = 9;

export function createAlertRunner(deps: AlertRunnerDeps): AlertRunner {
  const { alerts, clock, log, node } = deps;

  async function lookAt(counterId: number, mine: readonly AlertRecord[], signal: AbortSignal): Promise<void> {
    const counter = await deps.counters.get(counterId);
    const now = clock.now();
    if (counter?.status !== 'Active') {
      const postponed = { began: [], ended: [], notices: [], now, nextAt: now + HOUR_MS, lookedAt: now };
      for (const alert of mine) await alerts.looked(alert, postponed);
      return;
    }
    // Those that are not due may explain what is: one cause is told once. Others would be read for nothing.
    const isNeeded = ({ id, settings: { kind } }: AlertRecord): boolean =>
      mine.some((due) => due.id === id || mayExplain(kind, due.settings.kind));
    const all = (await alerts.list(counterId)).filter((one) => one.settings.enabled && isNeeded(one));
    const looking = all.map(({ settings }) => lookingOf(settings));
    const history = await readHistory(deps, { counterId, days: DAYS, ...neededBy(looking) }, signal);
    if (isProblem(history)) throw new Error(problemBody(history).message);
    const found = replay(history, looking);
    const kept = await alerts.happenings(mine.map(({ id }) => id));
    for (const alert of mine) {
      const index = all.findIndex(({ id }) => id === alert.id);
      // It was deleted or switched off after it was claimed.
      if (index === -1) continue;
      const own = kept.filter(({ alertId }) => alertId === alert.id);
      const { began, ended } = newsOf(alert, found[index] ?? [], own, now);
      const begun = began.map((one) => ({ ...one, id: randomUUID(), alertId: alert.id }));
      const notices = await noticesOf(alert, [...begun, ...ended], counter);
      await alerts.looked(alert, {
        began: begun,
        ended,
        notices,
        now,
        nextAt: nextLook(alert, now),
        lookedAt: lookedUpTo(history, alert),
      });
      if (notices.length > 0) deps.wake();
    }
  }

  async function noticesOf(
    { id, counterId, settings }: AlertRecord,
    happenings: readonly KeptHappening[],
    { site, timeZone }: { readonly site: string; readonly timeZone: string },
  ): Promise<NewNotice[]> {
    if (happenings.length === 0) return [];
    const goals = await deps.goals.list(counterId, true);
    const told = happenings.map((happening) => {
      const goal = goals.find((one) => one.id === happening.goalId);
      const message = alertMessage({
        counterId,
        site,
        timeZone,
        alert: settings,
        alertId: id,
        happening: shown(settings.kind, happening),
        goalName: goal === undefined ? null : displayName(goal, settings.language),
        url: deps.linkTo(`/counter/${counterId}/${settings.kind === 'goal_made' ? 'goals' : 'overview'}`),
      });
      const state = happening.over === null ? 'began' : 'over';
      return { key: `${happening.id}-${state}`, message };
    });
    return noticesBy(deps.channels, { counterId, chosen: settings.channels }, told);
  }

  return {
    async work(signal) {
      try {
        const now = clock.now();
        const mine = await claimDue(alerts, ({ id }) => id, now, AT_ONCE, { node, until: now + CLAIM_MS });
        for (const [counterId, some] of Map.groupBy(mine, ({ counterId: id }) => id)) {
          if (signal.aborted) return;
          await lookAt(counterId, some, signal).catch((error: unknown) => {
            if (!signal.aborted)
              log.warn({ error: String(error), counter: counterId }, 'Alerts could not be looked at.');
          });
        }
      } catch (error) {
        log.warn({ error: String(error) }, 'Which alerts are due is not known.');
      }
    },
  };
}

/** Where nothing is usual it is looked at every minute, else when an hour has ended. */
function nextLook({ settings }: AlertRecord, now: number): number {
  if (SINGLE_ALERTS.includes(settings.kind)) return now + MINUTE_MS;
  const hour = Math.floor((now - SETTLE_MS) / HOUR_MS) + 1;
  return hour * HOUR_MS + SETTLE_MS;
}

function lookedUpTo({ starts, now }: History, { settings, lookedAt }: AlertRecord): number {
  if (settings.kind === 'chat_unanswered') return now;
  // A goal may be seen a moment after it was made; what was told is known.
  if (settings.kind === 'goal_made') return Math.max(lookedAt, now - MINUTE_MS);
  const last = starts.at(-1);
  return last === undefined ? lookedAt : Math.max(lookedAt, last + HOUR_MS);
}
