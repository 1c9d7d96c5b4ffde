/** What visitors did on a site: the steps of funnels, and what retention and journeys are asked about. */
import { z } from 'zod';
import { CHAT_BEGINNINGS } from './beginnings.ts';

const MAX_TEXT = 4_096;

const filter = z
  .string()
  .min(1)
  .max(MAX_TEXT)
  .optional()
  .describe(
    "As `filters` of a report: of pages by their names, `ym:pv:URLPath=='/cart'`; what names visits chooses the visit that it happened in.",
  );

export const ACTIONS = {
  page: z.strictObject({ type: z.literal('page'), filter }),
  event: z.strictObject({
    type: z.literal('event'),
    name: z.string().min(1).max(1_024).optional().describe('As the page reports it; any unless said.'),
    filter,
  }),
  download: z.strictObject({ type: z.literal('download'), filter }),
  goal: z.strictObject({ type: z.literal('goal'), goal_id: z.number().int().positive(), filter }),
  chat: z.strictObject({
    type: z.literal('chat'),
    began: z.enum(CHAT_BEGINNINGS).optional().describe('How the conversation began; any way unless said.'),
    filter,
  }),
} as const;

/** Something that happens at one moment of a visit. */
export const Action = z
  .discriminatedUnion('type', [ACTIONS.page, ACTIONS.event, ACTIONS.download, ACTIONS.goal, ACTIONS.chat])
  .meta({ id: 'Action' });
export type Action = z.infer<typeof Action>;
