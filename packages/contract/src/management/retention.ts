/** How long a counter keeps what, and what went by it. Ours alone. Rules: docs/spec/privacy.md. */
import { z } from 'zod';

export const RETENTION_KINDS = ['hits', 'visits', 'conversations', 'files', 'deliveries', 'logs'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** A change leaves a trace that its maker cannot take away at once. */
export const LEAST_LOG_DAYS = 90;
export const LEAST_LOG_MONTHS = 3;
/** Visits grow for two days and hits may be late; what is summed does not change. */
export const LEAST_SUMMED_DAYS = 4;
const MOST = 4_000;

export const RetentionPeriod = z.object({
  keep: z.number().int().min(1, 'at least 1: nothing can be kept for 0 days').max(MOST),
  unit: z.enum(['day', 'month']),
});
export type RetentionPeriod = z.infer<typeof RetentionPeriod>;

const Kept = RetentionPeriod.nullable().describe('Null: it is kept until the counter is purged.');
const LogsKept = RetentionPeriod.refine(
  ({ keep, unit }) => keep >= (unit === 'day' ? LEAST_LOG_DAYS : LEAST_LOG_MONTHS),
  `logs are kept for at least ${LEAST_LOG_DAYS} days or ${LEAST_LOG_MONTHS} months`,
)
  .nullable()
  .describe('Entries of the audit log and receipts; 90 days or 3 months at least.');

export const RetentionPeriods = z.strictObject({
  hits: Kept,
  visits: Kept,
  conversations: Kept,
  files: Kept,
  deliveries: Kept,
  logs: LogsKept,
  sums: z
    .boolean()
    .describe('Reports of days whose hits and visits go stay as sums of each day, without any visitor.'),
});
export type RetentionPeriods = z.infer<typeof RetentionPeriods>;

/** What is absent stays as it is. */
export const RetentionInput = z
  .object({ retention: RetentionPeriods.partial() })
  .meta({ id: 'RetentionInput' });

const Count = z.number().int();

export const RetentionLoss = z.object({
  kind: z.enum(RETENTION_KINDS),
  before: z.string().describe('Day of UTC; what is older goes.'),
  rows: Count,
  oldest: z.string().nullable().describe('Day of the oldest; null: nothing goes.'),
  summed_days: Count.describe('Days of which sums stay; 0: nothing does.'),
});
export type RetentionLoss = z.infer<typeof RetentionLoss>;

export const RetentionPreview = z.object({ losses: z.array(RetentionLoss) }).meta({ id: 'RetentionPreview' });

export const RetentionRun = z
  .object({
    id: z.string(),
    task: z.enum(['retention', 'purge']),
    state: z.enum(['waiting', 'done']),
    losses: z.array(RetentionLoss),
    asked_by: z.string().describe('Empty: the server by itself, once a day.'),
    created_at: Count,
    finished_at: Count.nullable(),
    /** Why it waits, where a try has failed. */
    waits_for: z.string(),
  })
  .meta({ id: 'RetentionRun' });
export type RetentionRun = z.infer<typeof RetentionRun>;

export const RetentionRunEnvelope = z.object({ run: RetentionRun });

export const Retention = z
  .object({
    retention: RetentionPeriods,
    runs: z.array(RetentionRun).describe('The latest first.'),
    purge_days: Count.describe('Days after which the data of a deleted counter go.'),
  })
  .meta({ id: 'Retention' });
export type Retention = z.infer<typeof Retention>;
