/** The visit log: one visit as people read it, and a page of them. */
import { z } from 'zod';
import { sums } from './answers/sums.ts';

/** Milliseconds since the epoch. */
const Instant = z.number().int();

export const VisitGoal = z.object({
  id: z.number().int(),
  name: z.string(),
  at: Instant,
  price: z.number(),
  /** Empty where there is no price. */
  currency: z.string(),
});
export type VisitGoal = z.infer<typeof VisitGoal>;

export const VisitView = z
  .object({
    id: z.string(),
    /** As analytics numbers visitors. */
    visitor: z.string(),
    started_at: Instant,
    /** Seconds. */
    duration: z.number().int(),
    pageviews: z.number().int(),
    hits: z.number().int(),
    bounce: z.boolean(),
    /** 1: the first visit of the visitor. */
    number: z.number().int(),
    source: z.object({
      /** Kind of traffic, such as `organic`. */
      kind: z.string(),
      /** The engine, network or site, by its name; empty: not known. */
      name: z.string(),
      phrase: z.string(),
      utm: z.object({
        source: z.string(),
        medium: z.string(),
        campaign: z.string(),
        content: z.string(),
        term: z.string(),
      }),
      referrer: z.string(),
    }),
    start_url: z.string(),
    end_url: z.string(),
    device: z.string(),
    browser: z.string(),
    os: z.string(),
    country: z.string(),
    city: z.string(),
    /** What the page gave with `setUserID`; empty: nothing. */
    user_id: z.string(),
    robot: z.boolean(),
    /** In order of time; those of deleted goals are left out. */
    goals: z.array(VisitGoal),
  })
  .meta({ id: 'Visit' });
export type VisitView = z.infer<typeof VisitView>;

export const VisitLog = z
  .object({
    counter_id: z.number().int(),
    date1: z.string(),
    date2: z.string(),
    /** Newest first. */
    visits: z.array(VisitView),
    /** Give it as `after` for the visits that follow; null: there are no more. */
    next: z.string().nullable(),
    sums,
  })
  .meta({ id: 'VisitLog' });
export type VisitLog = z.infer<typeof VisitLog>;
