/** The shape of saved counts, by which a file of an earlier version, without a sum, is checked. */
import { z } from 'zod';

const Count = z.number().int().nonnegative();
const Counts = z.object({
  at: z.number(),
  stored: Count,
  notes: z.record(z.string(), Count),
  refused: z.record(z.string(), Count),
});
const Tally = z.object({
  firstHitAt: z.number().nullable(),
  lastHitAt: z.number().nullable(),
  hours: z.array(Counts),
  days: z.array(Counts),
  latest: z.record(z.string(), z.object({ at: z.number(), host: z.string() })),
});
const Saved = z
  .object({
    counters: z.record(z.string().regex(/^\d+$/), Tally),
    strays: z.array(z.object({ counter: z.string(), host: z.string(), count: Count, lastAt: z.number() })),
    segment: Count,
    setAside: Count,
    damaged: Count,
  })
  .partial();

export function isSavedHealth(text: string): boolean {
  try {
    return Saved.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
