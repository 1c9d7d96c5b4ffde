/** The shapes of answers, loaded beside the first request: checking them must not hold up the first paint. */
import { z } from 'zod';

export {
  BytimeResponse,
  CounterEnvelope,
  CounterList,
  DataResponse,
  GoalEnvelope,
  GoalList,
} from '@goalpost/contract';

export const Me = z.object({ login: z.string(), language: z.string() });

export const SetupState = z.object({ needed: z.boolean() });

export const Token = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(['read', 'write']),
  create_time: z.string(),
  last_used_time: z.string().nullable(),
});
export const TokenList = z.object({ tokens: z.array(Token) });
export const NewToken = z.object({ token: z.object({ value: z.string() }) });

export const LiveHit = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  url: z.string(),
  identifier: z.string(),
});
export const Live = z
  .object({ visitors_now: z.number(), hits: z.array(LiveHit) })
  .transform(({ visitors_now: visitorsNow, hits }) => ({ visitorsNow, hits }));

export const Health = z
  .object({
    stored: z.number(),
    refused: z.record(z.string(), z.number()),
    duplicates: z.number(),
    robots: z.number(),
    last_hit_at: z.string().nullable(),
  })
  .transform(({ last_hit_at: lastHitAt, ...counts }) => ({ ...counts, lastHitAt }));
