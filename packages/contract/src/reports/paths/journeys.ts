/** Journeys: what visitors do before an action, and what after it. Ours alone, at `/api/v1/journeys`. */
import { z } from 'zod';
import { sums } from '../answers/sums.ts';

export const MAX_JOURNEY_DEPTH = 10;
export const MAX_JOURNEY_BREADTH = 20;

export const JOURNEY_DIRECTIONS = ['both', 'before', 'after'] as const;
export type JourneyDirection = (typeof JOURNEY_DIRECTIONS)[number];

/** What a journey may be made of; goals are told beside the hits that reach them. */
export const JOURNEY_KINDS = ['page', 'event', 'download', 'chat', 'goal'] as const;
export type JourneyKind = (typeof JOURNEY_KINDS)[number];

/** Keys of links that lead to no step of the list. */
export const JOURNEY_ABOUT = 'about';
export const JOURNEY_OTHER = 'other';
export const JOURNEY_NONE = 'none';

const count = z.number().int();
const share = z.number().nullable().describe('Per cent of all journeys.');

export const JourneyStep = z.object({
  key: z.string().describe('What links call the step, such as `page:/cart`.'),
  type: z.enum(JOURNEY_KINDS),
  value: z
    .string()
    .describe('Path of a page or a download, name of an event, number of a goal, how a conversation began.'),
  name: z.string().describe('The same for people.'),
  count,
  share,
});
export type JourneyStep = z.infer<typeof JourneyStep>;

export const JourneyPlace = z.object({
  steps: z.array(JourneyStep).describe('The most frequent ones, most frequent first.'),
  other: z
    .object({ count, share, distinct: count.describe('How many different steps these are.') })
    .describe('Journeys with a step here that is not among them.'),
  none: z
    .object({ count, share })
    .describe('Journeys that come as far as the place nearer to the action, and no further.'),
  links: z
    .array(z.object({ from: z.string(), to: z.string(), count }))
    .describe(
      'From steps of the place nearer to the action, or `about` itself, to those here; `other` and `none` likewise.',
    ),
});
export type JourneyPlace = z.infer<typeof JourneyPlace>;

export const JourneysResponse = z
  .object({
    query: z.record(z.string(), z.unknown()),
    journeys: count.describe('Visits, or visitors, that did what is asked about.'),
    before: z.array(JourneyPlace).describe('Nearest to the action first; ends where nobody came further.'),
    after: z.array(JourneyPlace).describe('Likewise.'),
    sums,
  })
  .meta({ id: 'JourneysResponse' });
export type JourneysResponse = z.infer<typeof JourneysResponse>;
