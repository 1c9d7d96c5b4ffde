/** Saved segments of visits, in the shapes of the field's management API. */
import { z } from 'zod';

/** Of one counter. */
export const MAX_SEGMENTS = 500;
export const MAX_SEGMENT_NAME = 255;
const MAX_EXPRESSION = 10_000;

export const SegmentInput = z
  .object({
    name: z.string().trim().min(1).max(MAX_SEGMENT_NAME),
    expression: z
      .string()
      .min(1)
      .max(MAX_EXPRESSION)
      .describe('As `filters` of a report, without conditions on metrics.'),
    private: z.boolean().default(false).describe('It stands in the list of who makes it alone. Our own.'),
  })
  .meta({ id: 'SegmentInput' });
export type SegmentInput = z.infer<typeof SegmentInput>;

export const Segment = z
  .object({
    segment_id: z.number().int(),
    counter_id: z.number().int(),
    name: z.string(),
    expression: z.string(),
    private: z.boolean(),
    segment_source: z.literal('api'),
    create_time: z.string().describe('RFC 3339.'),
  })
  .meta({ id: 'Segment' });
export type Segment = z.infer<typeof Segment>;

export const SegmentInputEnvelope = z.object({ segment: SegmentInput });
export const SegmentEnvelope = z.object({ segment: Segment });
export const SegmentList = z.object({ segments: z.array(Segment) });
export const SegmentDeleted = z.object({ success: z.boolean() });
