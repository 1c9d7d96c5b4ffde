/** Alerts: what of a counter is told of by itself, ours alone under `/api/v1`. Rules: docs/spec/metrics.md, M100–M106, M130. */
import { z } from 'zod';

export const ALERT_KINDS = [
  'tag_silent',
  'goal_stopped',
  'conversion_rate',
  'traffic_spike',
  'traffic_drop',
  'chat_unanswered',
  'goal_made',
] as const;
export type AlertKindId = (typeof ALERT_KINDS)[number];

/** Kinds that are about goals. */
export const GOAL_ALERTS: readonly AlertKindId[] = ['goal_stopped', 'conversion_rate'];

/** Kinds of which nothing is usual: each happening is told, within a minute or two. */
export const SINGLE_ALERTS: readonly AlertKindId[] = ['chat_unanswered', 'goal_made'];

/** Days of the past that an alert is tried on. */
export const REPLAY_DAYS = 90;

const Watched = {
  kind: z.enum(ALERT_KINDS),
  goal_id: z
    .number()
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe('Of alerts about goals: which one; null: each goal that the counter has.'),
  minutes: z
    .number()
    .int()
    .min(1)
    .max(1_440)
    .default(15)
    .describe('Of `chat_unanswered`: how long a visitor may wait.'),
};

/** Of one counter. */
export const MAX_ALERTS = 50;

export const AlertInput = z
  .object({
    ...Watched,
    channels: z
      .array(z.string().max(64))
      .min(1, 'at least one channel is needed')
      .max(20)
      .describe('Ids of channels.'),
    language: z.enum(['en', 'ru']).default('en').describe('What it is told in.'),
    enabled: z.boolean().default(true),
  })
  .strict()
  .meta({ id: 'AlertInput' });
export type AlertInput = z.infer<typeof AlertInput>;

export const AlertTrial = z
  .object({ ...Watched, days: z.number().int().min(1).max(REPLAY_DAYS).default(REPLAY_DAYS) })
  .strict()
  .meta({ id: 'AlertTrial' });
export type AlertTrial = z.infer<typeof AlertTrial>;

export const AlertHappening = z
  .object({
    kind: z.enum(ALERT_KINDS),
    goal_id: z.number().int().nullable(),
    begin: z.string().describe('RFC 3339: the first hour that was unusual.'),
    found: z.string().describe('When the alert was told, or would have been.'),
    over: z.string().nullable().describe('When it was known to be over; null: it goes on.'),
    settled: z.boolean().describe('It lasted so long that it is the usual now.'),
    observed: z.number(),
    expected: z
      .number()
      .describe(
        'What is usual for these hours; 0 for chats and for goals that made themselves, where nothing is usual.',
      ),
  })
  .meta({ id: 'AlertHappening' });
export type AlertHappening = z.infer<typeof AlertHappening>;

export const AlertReplay = z.object({
  happenings: z.array(AlertHappening).describe('Newest first.'),
  from: z.string().describe('RFC 3339: the beginning of the days that were looked at.'),
  watched_from: z
    .string()
    .nullable()
    .describe('From when on enough weeks were known to judge by; null: there are too few.'),
});
export type AlertReplay = z.infer<typeof AlertReplay>;

export const Alert = AlertInput.extend({
  id: z.string(),
  /** What it tells of now, and what it told of before; the newest first. */
  happenings: z.array(AlertHappening),
  /** RFC 3339: the last moment that was looked at; null: none yet. */
  looked_at: z.string().nullable(),
}).meta({ id: 'Alert' });
export type Alert = z.infer<typeof Alert>;

export const AlertList = z.object({ alerts: z.array(Alert) });
export const AlertEnvelope = z.object({ alert: Alert });
