/** Requests and answers of `/stat/v1/data` and what stands below it. */
import { z } from 'zod';
import { StatedRates } from './rates.ts';
import { sums } from './answers/sums.ts';

export const MAX_METRICS = 20;
export const MAX_DIMENSIONS = 10;
export const MAX_LIMIT = 100_000;

/** One dimension of a row. `id` where the value has one that outlives its name. */
export const DimensionValue = z.object({
  name: z.string().nullable(),
  id: z.union([z.string(), z.number()]).nullable().optional(),
});
export type DimensionValue = z.infer<typeof DimensionValue>;

/** Prices in other currencies than the one that revenue was asked in: what the sum beside it leaves out. */
export const OtherRevenue = z.array(
  z.object({ currency: z.string().describe('Three letters of ISO 4217.'), revenue: z.number() }),
);
export type OtherRevenue = z.infer<typeof OtherRevenue>;

const others = z.array(OtherRevenue.nullable()).optional();

/** Ours beyond the field's API. */
const other_revenue = others.describe(
  'By metric, like `totals`: the revenue in other currencies that the metric leaves out, largest first; null for a metric that is no revenue. Absent where no revenue was asked for. Of revenue per visit, too, these are whole sums.',
);

/** Ours, too [M98]. */
const other_costs = others.describe(
  'By metric, like `totals`: costs in other currencies that the metric leaves out; null for a metric that tells of no costs. Absent where none was asked for.',
);

/** Ours, too. */
const rates = StatedRates.optional().describe(
  'By which rates prices in other currencies were converted: those in effect in the period, of currencies that there were prices in. Absent where nothing was converted.',
);

const common = {
  query: z.record(z.string(), z.unknown()),
  total_rows: z.number().int(),
  total_rows_rounded: z.boolean(),
  sampled: z.boolean(),
  contains_sensitive_data: z.boolean(),
  sample_share: z.number(),
  sample_size: z.number().int(),
  sample_space: z.number().int(),
  data_lag: z.number().int(),
};

export const DataResponse = z
  .object({
    ...common,
    data: z.array(z.object({ dimensions: z.array(DimensionValue), metrics: z.array(z.number().nullable()) })),
    totals: z.array(z.number().nullable()),
    other_revenue,
    other_costs,
    rates,
    sums,
    min: z.array(z.number().nullable()),
    max: z.array(z.number().nullable()),
  })
  .meta({ id: 'DataResponse' });
export type DataResponse = z.infer<typeof DataResponse>;

export const BytimeResponse = z
  .object({
    ...common,
    data: z.array(
      z.object({
        dimensions: z.array(DimensionValue),
        metrics: z.array(z.array(z.number().nullable())).describe('metric → interval'),
      }),
    ),
    totals: z.array(z.array(z.number().nullable())),
    other_revenue,
    other_costs,
    rates,
    sums,
    /** First and last day of each interval; ours beyond the field's API. */
    time_intervals: z.array(z.tuple([z.string(), z.string()])),
  })
  .meta({ id: 'BytimeResponse' });
export type BytimeResponse = z.infer<typeof BytimeResponse>;

const numbers = z.array(z.number().nullable());
const ofSides = z.object({ a: numbers, b: numbers });

export const DrilldownResponse = z
  .object({
    ...common,
    data: z.array(
      z.object({
        dimension: DimensionValue,
        metrics: numbers,
        expand: z.boolean().describe('A further dimension parts it.'),
      }),
    ),
    totals: numbers,
    other_revenue,
    other_costs,
    rates,
    sums,
    min: numbers,
    max: numbers,
  })
  .meta({ id: 'DrilldownResponse' });
export type DrilldownResponse = z.infer<typeof DrilldownResponse>;

const comparison = {
  ...common,
  totals: ofSides,
  other_revenue: z.object({ a: others, b: others }).optional().describe('As in a table, of each side.'),
  other_costs: z.object({ a: others, b: others }).optional().describe('As in a table, of each side.'),
  rates: z.object({ a: rates, b: rates }).optional().describe('As in a table, of each side.'),
  sums: z.object({ a: sums, b: sums }).optional().describe('As in a table, of each side.'),
};

export const ComparisonResponse = z
  .object({
    ...comparison,
    data: z.array(z.object({ dimensions: z.array(DimensionValue), metrics: ofSides })),
  })
  .meta({ id: 'ComparisonResponse' });
export type ComparisonResponse = z.infer<typeof ComparisonResponse>;

export const ComparisonDrilldownResponse = z
  .object({
    ...comparison,
    data: z.array(z.object({ dimension: DimensionValue, metrics: ofSides, expand: z.boolean() })),
  })
  .meta({ id: 'ComparisonDrilldownResponse' });
export type ComparisonDrilldownResponse = z.infer<typeof ComparisonDrilldownResponse>;
