/** Making, changing and listing alerts, without HTTP. */
import { MAX_ALERTS, type Alert, type AlertInput } from '@goalpost/contract/notices';
import { randomUUID } from 'node:crypto';
import { problem, type Problem } from '../kit/problem.ts';
import { refuseChannels, type NoticeStore } from '../notify/index.ts';
import type { HistoryDeps } from './history.ts';
import type { AlertRecord, AlertStore, KeptHappening } from './port.ts';
import { refuseGoal, shown } from './trial.ts';

export interface AlertDeps extends HistoryDeps {
  readonly alerts: AlertStore;
  readonly channels: Pick<NoticeStore, 'channels'>;
}

export function createAlertManagement(deps: AlertDeps) {
  const { alerts, clock } = deps;

  async function refuse(counterId: number, input: AlertInput): Promise<Problem | null> {
    const chosen = { counterId, chosen: input.channels };
    return (
      (await refuseChannels(deps.channels, chosen, 'alert')) ?? (await refuseGoal(deps, counterId, input))
    );
  }

  return {
    async list(counterId: number): Promise<Alert[]> {
      const all = await alerts.list(counterId);
      const happenings = await alerts.happenings(all.map(({ id }) => id));
      return all.map((alert) => shownAlert(alert, happenings));
    },

    async make(counterId: number, settings: AlertInput): Promise<Alert | Problem> {
      const refusal = await refuse(counterId, settings);
      if (refusal !== null) return refusal;
      const now = clock.now();
      // What happened before is shown by the replay, and told of no more.
      const alert = { id: randomUUID(), counterId, settings, createdAt: now, nextAt: now, lookedAt: now };
      return (await alerts.add(alert))
        ? shownAlert(alert, [])
        : problem('limit_exceeded', `A counter has at most ${MAX_ALERTS} alerts.`);
    },

    async change(counterId: number, id: string, settings: AlertInput): Promise<Alert | Problem> {
      const kept = (await alerts.list(counterId)).find((one) => one.id === id);
      if (kept === undefined) return noSuchAlert();
      const refusal = await refuse(counterId, settings);
      if (refusal !== null) return refusal;
      const now = clock.now();
      // Switched on again, it tells of what comes, and not of what it missed.
      const lookedAt = kept.settings.enabled ? kept.lookedAt : now;
      const alert = { ...kept, settings, nextAt: now, lookedAt };
      return (await alerts.replace(alert)) ? shownAlert(alert, await alerts.happenings([id])) : noSuchAlert();
    },

    async remove(counterId: number, id: string): Promise<Problem | null> {
      return (await alerts.remove(counterId, id)) ? null : noSuchAlert();
    },
  };
}

const noSuchAlert = (): Problem => problem('not_found', 'There is no such alert.', 'alertId');

function shownAlert(
  { id, settings, createdAt, lookedAt }: AlertRecord,
  happenings: readonly KeptHappening[],
): Alert {
  return {
    ...settings,
    id,
    happenings: happenings.filter(({ alertId }) => alertId === id).map((one) => shown(settings.kind, one)),
    looked_at: lookedAt > createdAt ? new Date(lookedAt).toISOString() : null,
  };
}
