/** Alerts, scheduled reports and the channels of both: what is due is looked at, and sent. */
import { alertEndpoints, createAlertRunner, type AlertRunner } from '../../alerts/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createScheduleRunner, scheduleEndpoints, type ScheduleRunner } from '../../schedules/index.ts';
import { createSecrets, SecretsLocked } from '../../kit/secrets/secrets.ts';
import { createTimers, type Timers } from '../../kit/timers.ts';
import {
  channelEndpoints,
  createNoticeSender,
  createSmtpMailer,
  post,
  resolveWithDns,
  type NoticeSender,
} from '../../notify/index.ts';
import {
  createAlertStore,
  createChatWaits,
  createMadeGoals,
  createNoticeStore,
  createScheduleStore,
  createSegmentStore,
  sealChannelsAgain,
} from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Part } from '../part.ts';
import { address } from './address.ts';
import { analytics } from './analytics.ts';
import { counters } from './counters.ts';
import { rates } from './rates.ts';
import { records } from './records.ts';

export interface AlertsPart {
  readonly endpoints: readonly Endpoint[];
  readonly runner: AlertRunner;
  readonly schedules: ScheduleRunner;
  readonly sender: NoticeSender;
}

const TIMEOUT_MS = 15_000;
const TELEGRAM = 'https://api.telegram.org';

export const alerts: Part<AlertsPart> = {
  name: 'alerts',
  async open({ config, clock, log, node, overrides, use }) {
    const { db } = use(records);
    const { goals } = use(counters);
    const secrets = createSecrets(config.secretsKeys);
    await sealChannelsAgain(db, secrets).catch((error: unknown) => {
      throw error instanceof SecretsLocked ? new CannotStart(LOCKED) : error;
    });
    const store = createNoticeStore(db, secrets);
    const mailer = config.mail && createSmtpMailer(config.mail.server, config.mail.sender);
    const allowPrivate = config.webhooksPrivate;
    const outgoing = { allowPrivate, resolve: resolveWithDns, timeoutMs: TIMEOUT_MS };
    const sender = createNoticeSender({
      store,
      tools: {
        post: (url, headers, body, signal) => post(url, headers, body, { ...outgoing, signal }),
        mail: mailer && ((...letter) => mailer.send(...letter)),
        telegramUrl: overrides.telegramUrl ?? TELEGRAM,
      },
      clock,
      log,
      node,
    });
    const deps = {
      olap: use(analytics).olap,
      counters: use(rates).rated,
      goals,
      segments: createSegmentStore(db, clock),
      chat: createChatWaits(db),
      made: createMadeGoals(db),
      alerts: createAlertStore(db),
      schedules: createScheduleStore(db),
      channels: store,
      clock,
    };
    const { linkTo } = use(address);
    const running = { ...deps, wake: () => void sender.work(), linkTo, log, node };
    return {
      runner: createAlertRunner(running),
      schedules: createScheduleRunner(running),
      sender,
      endpoints: [
        ...alertEndpoints(deps),
        ...scheduleEndpoints({ ...deps, sender, linkTo }),
        ...channelEndpoints({
          store,
          sender,
          mailAvailable: mailer !== null,
          allowPrivate,
          resolve: resolveWithDns,
          clock,
        }),
      ],
    };
  },
  close: ({ sender }) => sender.close(),
};

const LOCKED =
  'The channels of alerts cannot be opened: add the key that they were sealed with to GOALPOST_SECRETS_KEY, behind the new one.';

const LOOK_MS = 15_000;
const PRUNE_MS = 3_600_000;

export interface Watching {
  readonly timers: Timers;
  readonly ending: AbortController;
}

/** What an earlier run left is looked at and sent, too. */
export const watching: Part<Watching> = {
  name: 'alerts that are due',
  open({ log, use }) {
    const { runner, schedules, sender } = use(alerts);
    const timers = createTimers(log);
    const ending = new AbortController();
    timers.every(LOOK_MS, 'alerts', () => runner.work(ending.signal));
    timers.every(LOOK_MS, 'scheduled reports', () => schedules.work(ending.signal));
    timers.every(LOOK_MS, 'messages by channels', () => sender.work());
    timers.every(PRUNE_MS, 'old messages by channels', () => sender.prune());
    return { timers, ending };
  },
  close({ timers, ending }) {
    ending.abort();
    return timers.stop();
  },
};
