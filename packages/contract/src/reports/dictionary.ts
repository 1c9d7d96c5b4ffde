/** Names that questions are made of, with what each means. Ours alone, at `/api/v1/names`. */
import { z } from 'zod';

export const NamesResponse = z
  .object({
    names: z.array(
      z.object({
        kind: z.enum(['metric', 'dimension']),
        name: z.string().describe('As requests say it; what stands in angle brackets is filled in.'),
        title: z.string(),
        help: z.string(),
        unit: z
          .enum(['count', 'percent', 'decimal', 'duration', 'money'])
          .optional()
          .describe('Of a metric.'),
      }),
    ),
    total: z.number().int().describe('How many there are of what was looked for.'),
  })
  .meta({ id: 'NamesResponse' });
export type NamesResponse = z.infer<typeof NamesResponse>;
