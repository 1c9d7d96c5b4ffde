/** Links that show a report to people without an account, ours alone under `/api/v1`. Rules: docs/spec/access.md. */
import { z } from 'zod';
import { sums } from '../reports/answers/sums.ts';
import { MAX_LEVELS } from '../reports/levels.ts';
import { FunnelResponse, MAX_FUNNEL_STEPS } from '../reports/paths/funnels.ts';
import { JourneysResponse } from '../reports/paths/journeys.ts';
import { RETENTION_MODES, RETENTION_UNITS, RetentionResponse } from '../reports/paths/retention.ts';
import { PATH_KINDS, type PathKind } from './saved-paths.ts';

/** Of one counter. */
export const MAX_SHARES = 200;
/** Stands for every report: the public mode of a counter. */
export const ALL_REPORTS = '*';

const Day = z.iso.date();

/** Which visit of a person sources are taken from. */
export const SHARE_ATTRIBUTIONS = ['lastsign', 'last', 'first'] as const;

export const SharePeriod = z.object({ date1: Day, date2: Day }).strict();
export type SharePeriod = z.infer<typeof SharePeriod>;

/** Days of side B by those of side A, where guests choose these. */
export const SIDE_B_DAYS = ['same', 'previous', 'weekdays', 'year', 'yearWeekdays'] as const;

const ShareSide = z.object({
  name: z.string().trim().min(1).max(120).describe('What guests read of it: they do not get its filters.'),
  filters: z.string().trim().max(10_000).default('').describe('Beside those of the link.'),
});

export const ShareSides = z
  .object({
    a: ShareSide,
    b: ShareSide,
    days_b: z
      .union([z.enum(SIDE_B_DAYS), SharePeriod])
      .default('same')
      .describe('Days of side B: those of side A, as many before them, or days of its own.'),
  })
  .strict();
export type ShareSides = z.infer<typeof ShareSides>;

/** What of a question each kind of path keeps, as the API takes it. */
const PATH_QUESTIONS = {
  funnel: ['steps', 'scope', 'window'],
  retention: ['first', 'return', 'unit', 'mode'],
  journey: ['about', 'scope', 'depth'],
} as const satisfies Record<PathKind, readonly string[]>;

export const SharePath = z
  .object({
    kind: z.enum(PATH_KINDS),
    question: z
      .record(z.string(), z.string().max(12_000))
      .describe('As the API is asked: `steps`, `scope`, `window` of a funnel, for one.'),
    labels: z
      .array(z.string().trim().min(1).max(255))
      .min(1)
      .max(MAX_FUNNEL_STEPS)
      .describe('What guests read of its steps or actions, in their order.'),
    people: z.boolean().default(false).describe('Cells of retention count people instead of shares.'),
  })
  .strict()
  .superRefine(({ kind, question }, context) => {
    const known: readonly string[] = PATH_QUESTIONS[kind];
    for (const name of Object.keys(question))
      if (!known.includes(name))
        context.addIssue({ code: 'custom', path: ['question', name], message: 'is none of this kind' });
  });
export type SharePath = z.infer<typeof SharePath>;

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
    metrics: z
      .array(z.string().min(1).max(100))
      .max(20)
      .default([])
      .describe(
        'Columns, those of goals among them; none: those of the report. With `*` each report has its own.',
      ),
    sort: z
      .string()
      .max(100)
      .default('')
      .describe('As `sort` of a report, by one of the columns or its first dimension; empty: by the first.'),
    levels: z
      .array(z.string().regex(/^[A-Za-z0-9_:]{1,100}$/, 'one name of a dimension is needed'))
      .max(MAX_LEVELS)
      .default([])
      .describe(
        'Dimensions that rows are by, each of which opens into the next; none: those of the report. Not with `*`.',
      ),
    sides: ShareSides.nullable()
      .default(null)
      .describe('Two segments or two periods side by side; null: one side. Not with `*`.'),
    path: SharePath.nullable()
      .default(null)
      .describe('A funnel, retention or journeys instead of a report, whose id is then that kind.'),
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
    metrics: z.array(z.string()),
    sort: z.string(),
    levels: z.array(z.string()),
    sides: ShareSides.nullable(),
    path: SharePath.nullable(),
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
    side: z.enum(['a', 'b']).optional().describe('Whose chart, where the link has two sides.'),
    date1: Day.optional(),
    date2: Day.optional(),
    date1_b: Day.optional().describe('Where the link has two sides and lets guests choose days.'),
    date2_b: Day.optional(),
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
    /** Which visits, stays unsaid. */
    is_part: z.boolean().describe('Whether it shows only some of the visits.'),
    period: SharePeriod.nullable(),
    /** Of its one report; none: the report's own. */
    columns: z.array(
      z.object({
        metric: z.string(),
        goal: z
          .object({ en: z.string(), ru: z.string() })
          .nullable()
          .describe('The name of the goal that it counts.'),
      }),
    ),
    sort: z.string(),
    levels: z.array(z.string()).describe('Dimensions that rows are by; none: those of the report.'),
    sides: z
      .object({
        a: z.string(),
        b: z.string(),
        days_b: z.union([z.enum(SIDE_B_DAYS), SharePeriod]),
      })
      .nullable()
      .describe('Names of both sides.'),
    path: z
      .object({
        kind: z.enum(PATH_KINDS),
        labels: z.array(z.string()),
        unit: z.enum(RETENTION_UNITS),
        mode: z.enum(RETENTION_MODES),
        people: z.boolean(),
      })
      .nullable()
      .describe('Where it shows a funnel, retention or journeys.'),
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
        metrics_b: z.array(z.number().nullable()).optional().describe('Of side B, where there is one.'),
        expand: z.boolean(),
      }),
    ),
    totals: z.array(z.number().nullable()),
    totals_b: z.array(z.number().nullable()).optional(),
    total_rows: z.number().int(),
    sums,
  })
  .meta({ id: 'SharedAnswer' });
export type SharedAnswer = z.infer<typeof SharedAnswer>;

/** What is sent with a link to a path; nothing else is taken. */
export const SharedPathQuestion = SharedQuestion.pick({
  token: true,
  key: true,
  date1: true,
  date2: true,
  lang: true,
}).strict();
export type SharedPathQuestion = z.infer<typeof SharedPathQuestion>;

/** One of them: of the kind that the link shows. */
export const SharedPathAnswer = z
  .object({
    funnel: FunnelResponse.pick({ totals: true, sums: true }).optional(),
    retention: RetentionResponse.pick({ data: true, totals: true, sums: true }).optional(),
    journey: JourneysResponse.omit({ query: true }).optional(),
  })
  .meta({ id: 'SharedPathAnswer' });
export type SharedPathAnswer = z.infer<typeof SharedPathAnswer>;
