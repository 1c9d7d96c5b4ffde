/** Links that show a report to people without an account, ours alone under `/api/v1`. Rules: docs/spec/access.md. */
import { z } from 'zod';

/** Of one counter. */
export const MAX_SHARES = 200;
/** Stands for every report: the public mode of a counter. */
export const ALL_REPORTS = '*';

const Day = z.iso.date();

/** Which visit of a person sources are taken from. */
export const SHARE_ATTRIBUTIONS = ['lastsign', 'last', 'first'] as const;

export const SharePeriod = z.object({ date1: Day, date2: Day }).strict();
export type SharePeriod = z.infer<typeof SharePeriod>;

export const ShareInput = z
  .object({
    report: z.string().min(1).max(64).describe('Id of a report in the catalogue; `*`: all of them.'),
    name: z
      .string()
      .trim()
      .max(255)
      .default('')
      .describe('For the list of links alone: guests do not get it.'),
    filters: z
      .string()
      .trim()
      .max(10_000)
      .default('')
      .describe('As `filters` of a report: added to every question of the link.'),
    period: SharePeriod.nullable().default(null).describe('Null: whoever has the link chooses the days.'),
    attribution: z
      .enum(SHARE_ATTRIBUTIONS)
      .default('lastsign')
      .describe('Of every question of the link, its filters too.'),
    password: z.string().min(8).max(128).nullable().default(null).describe('Null: the link is enough.'),
  })
  .meta({ id: 'ShareInput' });
export type ShareInput = z.infer<typeof ShareInput>;

export const Share = z
  .object({
    id: z.string(),
    report: z.string(),
    name: z.string(),
    filters: z.string(),
    period: SharePeriod.nullable(),
    attribution: z.enum(SHARE_ATTRIBUTIONS),
    has_password: z.boolean(),
    create_time: z.string().describe('RFC 3339.'),
  })
  .meta({ id: 'Share' });
export type Share = z.infer<typeof Share>;

export const ShareList = z.object({ shares: z.array(Share) });
export const ShareMade = z.object({
  share: Share,
  /** Told once: only its hash is kept. */
  token: z.string(),
  url: z.string(),
});

const Token = z.string().min(16).max(128);

/** What is sent with a link; nothing else is taken. */
export const SharedOpening = z.object({ token: Token, password: z.string().max(128).optional() }).strict();
export const SharedQuestion = z
  .object({
    token: Token,
    /** From opening; links with a password need it. */
    key: z.string().max(256).optional(),
    report: z.string().max(64).optional().describe('Where the link shows all of them.'),
    what: z.enum(['rows', 'chart']).default('rows'),
    date1: Day.optional(),
    date2: Day.optional(),
    group: z.enum(['hour', 'day', 'week', 'month']).default('day'),
    parent: z
      .array(z.union([z.string().max(4_096), z.number(), z.null()]))
      .max(10)
      .default([])
      .describe('Ids of the rows that are opened.'),
    sort: z.string().max(100).optional(),
    offset: z.number().int().min(1).max(100_000).default(1),
    lang: z.enum(['en', 'ru']).default('en'),
  })
  .strict();
export type SharedQuestion = z.infer<typeof SharedQuestion>;

export const SharedReport = z
  .object({
    /** Nothing else is told before the password. */
    needs_password: z.boolean(),
    key: z.string(),
    site: z.string(),
    currency: z.string(),
    /** `YYYY-MM-DD` of today, where the counter is. */
    today: z.string(),
    reports: z.array(z.string()),
    period: SharePeriod.nullable(),
  })
  .meta({ id: 'SharedReport' });
export type SharedReport = z.infer<typeof SharedReport>;

export const SharedAnswer = z
  .object({
    date1: z.string(),
    date2: z.string(),
    rows: z.array(
      z.object({
        id: z.union([z.string(), z.number()]).nullable(),
        name: z.string().nullable(),
        metrics: z.array(z.number().nullable()),
        expand: z.boolean(),
      }),
    ),
    totals: z.array(z.number().nullable()),
    total_rows: z.number().int(),
  })
  .meta({ id: 'SharedAnswer' });
export type SharedAnswer = z.infer<typeof SharedAnswer>;
