/** Boards: widgets of reports of any sites, arranged by their owner. Ours alone, at `/api/v1/boards`. */
import { z } from 'zod';
import { PATH_KINDS, PathAddress } from './saved-paths.ts';

/** Of one account. */
export const MAX_BOARDS = 100;
export const MAX_WIDGETS = 30;
export const WIDGET_KINDS = ['number', 'chart', 'table'] as const;

const Id = z.string().min(1).max(64);
const name = z.string().max(200);

/** What is asked of a report. */
export const ReportWidget = z.strictObject({
  counter_id: z.number().int().positive(),
  kind: z.enum(WIDGET_KINDS),
  title: z.string().trim().max(120).default('').describe('Empty: what is asked.'),
  metric: name.min(1).describe('Its full name, such as `ym:s:visits`.'),
  dimension: name
    .nullable()
    .default(null)
    .describe('What the rows of a table are by; a chart may have one, a number has none.'),
  filters: z.string().max(10_000).default(''),
  segment: z.string().max(200).default('').describe('Numbers of saved segments, separated by commas.'),
  attribution: z.enum(['lastsign', 'last', 'first']).default('lastsign'),
  period: z
    .string()
    .max(40)
    .default('')
    .describe('As in addresses of reports, such as `7d`; empty: the period of the board.'),
  segment_b: z
    .string()
    .regex(
      /^(all|rest|own|\d{1,10}(,\d{1,10}){0,9})$/,
      'all, rest, own or numbers of saved segments are needed',
    )
    .optional()
    .describe('Side B, where two stand side by side: all visits, all others, its own filters, or segments.'),
  filters_b: z.string().max(10_000).optional().describe('Of side B, where it has its own.'),
  period_b: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe('Days of side B as in addresses of reports, such as `previous`; absent: those of side A.'),
});
export type ReportWidget = z.infer<typeof ReportWidget>;

/** A funnel, retention or journeys as they were when they were put here [M143]. */
export const PathWidget = z.strictObject({
  counter_id: ReportWidget.shape.counter_id,
  kind: z.enum(PATH_KINDS),
  title: ReportWidget.shape.title,
  address: PathAddress,
  period: ReportWidget.shape.period,
});
export type PathWidget = z.infer<typeof PathWidget>;

export const WidgetQuestion = z.discriminatedUnion('kind', [ReportWidget, PathWidget]);
export type WidgetQuestion = z.infer<typeof WidgetQuestion>;

export const isPathWidget = (question: WidgetQuestion): question is PathWidget => 'address' in question;

/** One that stands already keeps its place by its id alone. */
export const WidgetInput = z.union([
  ReportWidget.extend({ id: Id.optional() }),
  PathWidget.extend({ id: Id.optional() }),
  z.strictObject({ id: Id }),
]);

export const BoardInput = z
  .object({
    name: z.string().trim().min(1).max(120),
    shared: z
      .boolean()
      .default(false)
      .describe('Shown to everybody who may see a site of it, each widget to those who may see its site.'),
    widgets: z.array(WidgetInput).max(MAX_WIDGETS).default([]),
  })
  .meta({ id: 'BoardInput' });
export type BoardInput = z.infer<typeof BoardInput>;

export const Widget = z.union([
  z.object({ id: z.string(), hidden: z.literal(false), question: WidgetQuestion }),
  z.object({ id: z.string(), hidden: z.literal(true).describe('Of a site that the caller may not see.') }),
]);
export type Widget = z.infer<typeof Widget>;

const about = {
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  can_edit: z.boolean().describe('It is the caller’s own.'),
};

export const Board = z.object({ ...about, widgets: z.array(Widget) }).meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;

export const BoardEnvelope = z.object({ board: Board });
export const BoardList = z.object({
  boards: z.array(z.object({ ...about, widgets: z.number().int().describe('How many there are.') })),
});
export type BoardList = z.infer<typeof BoardList>;
