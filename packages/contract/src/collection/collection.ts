/** What became of a counter's hits: "Collection health" and the live feed, ours alone under `/api/v1`. */
import { z } from 'zod';

/** Why a hit was not taken [W10]. */
export const REFUSAL_REASONS = [
  'unknown_counter',
  'deleted_counter',
  'not_a_number',
  'method',
  'too_large',
  'callback',
  'origin',
  'no_consent',
  'own_visit',
  'malformed',
  'unavailable',
  'busy',
  'webhook',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What was odd about a hit that was taken [W10]. */
export const HIT_NOTES = [
  'robot',
  'params',
  'price',
  'url_cut',
  'masked',
  'duplicate',
  'unchecked',
  'unmatched',
  'chat_object',
  'chat_origin',
  'chat_value',
] as const;
export type HitNote = (typeof HIT_NOTES)[number];

/** What was ignored of other vendors' chats: on pages [W74], and of their webhooks. */
export type OtherChatNote = Extract<HitNote, 'unmatched' | `chat_${string}`>;

/** What is taken out of hits and messages before they are stored [P1]; `own` by masks of the owner's. */
export const MASK_KINDS = ['email', 'phone', 'card', 'token', 'name', 'own'] as const;
export type MaskKind = (typeof MASK_KINDS)[number];
export type MaskCounts = Readonly<Partial<Record<MaskKind, number>>>;

const Count = z.number().int();
/** Milliseconds since the epoch. */
const Instant = z.number().int();

const CollectionCounts = z.object({
  /** Start of the hour or UTC day. */
  at: Instant,
  stored: Count,
  /** By note; a hit may carry several. Absent: none. */
  notes: z.partialRecord(z.enum(HIT_NOTES), Count),
  /** By reason. Absent: none. */
  refused: z.partialRecord(z.enum(REFUSAL_REASONS), Count),
  /** Places where something was masked, by its kind. Absent: none. */
  masked: z.partialRecord(z.enum(MASK_KINDS), Count).optional(),
});

export const CollectionHealth = z
  .object({
    counter_id: Count,
    now: Instant,
    /** Null: none ever (as far as is remembered). */
    first_hit_at: Instant.nullable(),
    last_hit_at: Instant.nullable(),
    /** Oldest first, at most 48; hours without anything are left out. */
    hours: z.array(CollectionCounts),
    /** Oldest first, at most 31. */
    days: z.array(CollectionCounts),
    /** Latest refusals by reason, latest first. */
    refusals: z.array(
      z.object({
        reason: z.enum(REFUSAL_REASONS),
        count: Count.describe('In the days shown.'),
        last_at: Instant,
        /** Host of the page that sent it; empty: not known. */
        host: z.string(),
      }),
    ),
    /** Hits from this counter's own addresses that name a counter which does not exist. */
    stray: z.array(z.object({ counter: z.string(), host: z.string(), count: Count, last_at: Instant })),
    server: z.object({
      /** Hits can be taken. */
      ready: z.boolean(),
      /** The analytics store takes rows. While it does not, hits wait in the journal. */
      storing: z.boolean(),
      /** Bytes of the journal not stored yet. */
      backlog_bytes: Count,
      /** Ever: hits set aside since they could not be processed. */
      set_aside: Count,
      damaged_segments: Count.describe('Files of the journal ever found damaged or missing.'),
      missing_segments: Count,
      damaged_bytes: Count.describe('Bytes of them that could not be read; they are kept.'),
      lost_hits: Count.describe('Hits known to be lost with them, at the least.'),
      lost_settings: Count.describe(
        'Changes of settings lost with them: the settings of now took their place.',
      ),
      damaged_files: Count.describe('Checkpoints and files of counts ever found damaged; they are kept.'),
      cut_off_bytes: Count.describe('Bytes that were being written when the server was ended by force.'),
    }),
  })
  .meta({ id: 'CollectionHealth' });
export type CollectionHealth = z.infer<typeof CollectionHealth>;

export const LiveFeed = z
  .object({
    counter_id: Count,
    now: Instant,
    /** Distinct visitors of the last five minutes, without robots. */
    visitors_now: Count,
    /** Latest first, at most 50, of the last 30 minutes. */
    hits: z.array(
      z.object({
        at: Instant,
        /** Whose; empty: a robot's, or not known. */
        visitor: z.string(),
        kind: z.string(),
        url: z.string(),
        identifier: z.string(),
        goals: z.array(Count),
        robot: z.boolean(),
        /** Kind of the traffic that brought the visit, such as `organic`; empty where it is not known. */
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'LiveFeed' });
export type LiveFeed = z.infer<typeof LiveFeed>;
