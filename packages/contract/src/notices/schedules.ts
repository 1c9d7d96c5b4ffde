/** Reports that are sent by themselves, daily, weekly or monthly. Rules: docs/spec/metrics.md, M107 and M108. */
import { z } from 'zod';
import { MAX_LEVELS } from '../reports/levels.ts';

export const SCHEDULE_PERIODS = ['daily', 'weekly', 'monthly'] as const;
export type SchedulePeriod = (typeof SCHEDULE_PERIODS)[number];

export const SCHEDULE_FORMATS = ['xlsx', 'csv'] as const;

/** How the report is drawn beside its file: as pages, as one picture, or its chart alone. */
export const SCHEDULE_PICTURES = ['pdf', 'png', 'svg'] as const;

/** Of one counter. */
export const MAX_SCHEDULES = 50;

export const ScheduleInput = z
  .object({
    name: z.string().trim().max(255).default('').describe('Empty: the name of the report.'),
    report: z.string().min(1).max(64).describe('Id of a report in the catalogue.'),
    metrics: z
      .string()
      .trim()
      .max(2_000)
      .default('')
      .describe('Columns, as `metrics` of a report; empty: those of the report.'),
    levels: z
      .array(z.string().regex(/^[A-Za-z0-9_:]{1,100}$/, 'one name of a dimension is needed'))
      .max(MAX_LEVELS)
      .default([])
      .describe('Dimensions that rows are by, outermost first; none: those of the report.'),
    filters: z.string().trim().max(10_000).default('').describe('As `filters` of a report.'),
    segment: z.string().trim().max(200).default('').describe('Numbers of saved segments, as `segment`.'),
    period: z.enum(SCHEDULE_PERIODS),
    hour: z.number().int().min(0).max(23).default(9).describe('Of the day, where the counter is.'),
    format: z.enum(SCHEDULE_FORMATS).default('xlsx').describe('Of the file.'),
    picture: z
      .enum(SCHEDULE_PICTURES)
      .default('pdf')
      .describe('`pdf`: pages with chart and table; `png`: both as a picture; `svg`: the chart alone.'),
    channels: z.array(z.string().max(64)).min(1, 'at least one channel is needed').max(20),
    language: z.enum(['en', 'ru']).default('en'),
    enabled: z.boolean().default(true),
  })
  .strict()
  .meta({ id: 'ScheduleInput' });
export type ScheduleInput = z.infer<typeof ScheduleInput>;

export const Schedule = ScheduleInput.extend({
  id: z.string(),
  next_at: z.string().describe('RFC 3339: when the next one is sent.'),
  last_at: z.string().nullable().describe('When the last one was sent.'),
  last_fault: z.string().describe('Why the last one could not be made; empty: it was.'),
}).meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

export const ScheduleList = z.object({ schedules: z.array(Schedule) });
/** What came of a trial at each channel of the schedule. */
export const ScheduleTrial = z.object({
  channels: z.array(
    z.object({
      id: z.string(),
      sent: z.boolean(),
      answer: z.string().describe('Of the channel, or why there was none.'),
    }),
  ),
});
export type ScheduleTrial = z.infer<typeof ScheduleTrial>;
export const ScheduleEnvelope = z.object({ schedule: Schedule });
