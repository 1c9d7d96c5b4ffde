/** Finding, exporting and erasing all that a counter keeps of one person. Ours alone. Rules: docs/spec/privacy.md. */
import { z } from 'zod';

export const PERSON_KEYS = ['visitor', 'user_id', 'email', 'phone', 'conversation'] as const;
export type PersonKey = (typeof PERSON_KEYS)[number];

/** Who is meant. */
export const PersonQuery = z
  .object({
    by: z.enum(PERSON_KEYS),
    value: z.string().trim().min(1).max(255),
  })
  .meta({ id: 'PersonQuery' });
export type PersonQuery = z.infer<typeof PersonQuery>;

const Count = z.number().int();

/** How much of each kind is kept. */
export const PersonCounts = z.object({
  visitors: Count.describe('Browsers that are known to be theirs.'),
  visits: Count,
  hits: Count,
  people: Count.describe('Identities in the chat.'),
  conversations: Count,
  messages: Count,
  files: Count,
  deliveries: Count.describe('Of webhooks, that named them.'),
  letters: Count,
});
export type PersonCounts = z.infer<typeof PersonCounts>;

export const PersonFound = z.object({ counts: PersonCounts }).meta({ id: 'PersonFound' });

const Rows = z.array(z.record(z.string(), z.unknown()));

/** Everything that is kept, as the stores hold it. */
export const PersonExport = z
  .object({
    counter_id: Count,
    exported_at: Count,
    counts: PersonCounts,
    visits: Rows,
    hits: Rows,
    calls: Rows,
    reaches: Rows.describe('Found by backfills of goals.'),
    conversations: Rows.describe('As reports have them.'),
    chat: z.record(z.string(), Rows),
  })
  .meta({ id: 'PersonExport' });

export const LEFT_PLACES = ['goal', 'rule', 'chat', 'site', 'channel', 'conversation', 'other'] as const;

/** What still names the person, and only people can change: goals count by it, pages show it, others said it. */
export const ErasureLeft = z.object({
  place: z.enum(LEFT_PLACES),
  /** Of the goal, the rule or the conversation; of anything else, what it is called in the records. */
  id: z.string(),
});
export type ErasureLeft = z.infer<typeof ErasureLeft>;

/** The receipt: it says what went, and no longer whom it was about. */
export const Erasure = z
  .object({
    id: z.string(),
    counter_id: Count,
    by: z.enum(PERSON_KEYS),
    state: z.enum(['waiting', 'done']),
    counts: PersonCounts,
    by_hand: z.array(ErasureLeft).describe('At most 200; empty while it waits.'),
    asked_by: z.string(),
    created_at: Count,
    finished_at: Count.nullable(),
    /** Why it waits, where a try has failed. */
    waits_for: z.string(),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof Erasure>;

export const ErasureEnvelope = z.object({ erasure: Erasure });
export const ErasureList = z.object({ erasures: z.array(Erasure) });
