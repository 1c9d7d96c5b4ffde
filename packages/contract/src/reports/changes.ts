/** Which rows made the change of a number between two periods. Ours alone, at `/api/v1/changes`. */
import { z } from 'zod';
import { sums } from './answers/sums.ts';
import { DimensionValue } from './stat.ts';

const Contribution = z.object({
  value: DimensionValue,
  a: z.number(),
  b: z.number(),
  change: z.number().describe('`a` minus `b`.'),
  clear: z
    .boolean()
    .nullable()
    .describe('More than chance makes of such numbers; null for money, of which counts say nothing.'),
});
export type Contribution = z.infer<typeof Contribution>;

export const ChangesResponse = z
  .object({
    query: z.record(z.string(), z.unknown()),
    metric: z.string().describe('Its full name.'),
    currency: z.string().nullable().describe('Of money; else null.'),
    total: Contribution.omit({ value: true }),
    dimensions: z
      .array(
        z.object({
          dimension: z.string().describe('Its full name.'),
          rows: z.array(Contribution).describe('Largest changes first, whichever way.'),
          rest: z.number().describe('What of the whole change is not in these rows.'),
        }),
      )
      .describe('The same change, parted by one dimension after the other.'),
    sums: z
      .object({ a: sums, b: sums })
      .optional()
      .describe('Of both sides, of a dimension that is without days of sums where there is one.'),
  })
  .meta({ id: 'ChangesResponse' });
export type ChangesResponse = z.infer<typeof ChangesResponse>;
