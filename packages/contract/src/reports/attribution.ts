/** Goals and revenue by several models of attribution, next to each other. Ours alone, at `/api/v1/attribution`. */
import { z } from 'zod';
import { sums } from './answers/sums.ts';
import { StatedRates } from './rates.ts';
import { DimensionValue, OtherRevenue } from './stat.ts';

/** Which visits before a goal have a share in it. */
export const ATTRIBUTION_MODELS = [
  'first',
  'last',
  'lastsign',
  'last_ad',
  'linear',
  'time_decay',
  'position',
  'data_driven',
] as const;
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number];

/** Those that share a goal out over several visits; reports answer them, too. */
export const SHARING_MODELS = ['linear', 'time_decay', 'position', 'data_driven'] as const;
export type SharingModel = (typeof SHARING_MODELS)[number];

export const MAX_WINDOW_DAYS = 90;

const ofModels = z.partialRecord(z.enum(ATTRIBUTION_MODELS), z.number());

export const AttributionResponse = z
  .object({
    query: z.record(z.string(), z.unknown()),
    data: z.array(
      z.object({
        dimension: DimensionValue,
        reaches: ofModels.describe('Shares in reaches, in millionths at the finest.'),
        revenue: ofModels,
      }),
    ),
    total_rows: z.number().int(),
    totals: z.object({ reaches: ofModels, revenue: ofModels }).describe('The same for every model.'),
    other_revenue: OtherRevenue.describe('Prices of the same reaches in other currencies.'),
    rates: StatedRates.optional().describe('Rates in effect in the period, where the counter has any.'),
    removal_effects: z
      .array(z.object({ dimension: DimensionValue, effect: z.number() }))
      .describe('Of the data-driven model: which part of the goals would be lost without it.'),
    sums,
  })
  .meta({ id: 'AttributionResponse' });
export type AttributionResponse = z.infer<typeof AttributionResponse>;
