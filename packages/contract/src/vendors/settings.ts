/** What the owner of a counter is told, and chooses, of other vendors' chats. Ours alone, under `/api/v1`. */
import { z } from 'zod';
import { OUTCOME_NAMES, type Outcome } from './outcomes.ts';
import { isSelector } from '../wire/selector.ts';

/** Of one counter. */
export const MAX_NAMED_EVENTS = 50;

/** How an event is named without code: a click, a message of a frame, an entry of the data layer. */
export const NAMED_BY = ['click', 'message', 'data-layer'] as const;
export type NamedBy = (typeof NAMED_BY)[number];

const OutcomeName = z.enum(OUTCOME_NAMES as readonly [Outcome, ...Outcome[]]);

/** What an owner calls an event of a vendor whose own events are not known [W60]. */
export const NamedEvent = z
  .strictObject({
    vendor: z.string().max(40),
    event: OutcomeName,
    by: z.enum(NAMED_BY),
    what: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('The selector of what is clicked, the type of the message, or the event of the entry.'),
    origin: z
      .string()
      .trim()
      .max(255)
      .default('')
      .describe(
        'Of messages: the page that may send them, or a host with all below it. Empty: the page itself.',
      ),
  })
  .superRefine(({ by, what, origin }, context) => {
    const fault = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (by === 'click' && !isSelector(what)) fault('what', 'a CSS selector such as .chat-button is needed');
    if (by !== 'message' && origin !== '') fault('origin', 'only messages have one');
  })
  .meta({ id: 'NamedEvent' });
export type NamedEvent = z.infer<typeof NamedEvent>;

export const NamedEvents = z.object({ events: z.array(NamedEvent).max(MAX_NAMED_EVENTS) });

const Instant = z.number().int();

export const VendorLine = z
  .object({
    id: z.string(),
    name: z.string(),
    on: z.boolean().describe('Whether its events are counted.'),
    first_seen_at: Instant.nullable().describe('Null: no page of the counter has shown it.'),
    last_seen_at: Instant.nullable(),
    /** What is absent, it cannot tell. */
    tells: z.partialRecord(OutcomeName, z.enum(['event', 'order', 'either', 'own'])),
    sure: z.enum(['source', 'documented', 'observed', 'unconfirmed']),
    checked: z.string().describe('At which version or in which month its events were read.'),
    note: z.string(),
    /** Null: its webhooks are not taken. */
    webhook: z
      .object({
        opened_at: Instant.nullable().describe('Null: it is closed.'),
        signs: z.enum(['never', 'may', 'must']),
        is_signed: z.boolean().describe('Whether what comes must be signed.'),
        first_at: Instant.nullable().describe(
          'When the first one came, and the latest; null: none has come.',
        ),
        last_at: Instant.nullable(),
        telling: z
          .enum(['cannot', 'adds', 'replaces'])
          .describe(
            'Whether the tag can tell the vendor the visitor’s number, and whether that replaces what the site tells it.',
          ),
        tells_visitor: z.boolean().describe('Whether the tag tells it.'),
      })
      .nullable(),
  })
  .meta({ id: 'VendorLine' });
export type VendorLine = z.infer<typeof VendorLine>;

/** Those that were seen come first, the latest of them first. */
export const VendorSettings = z
  .object({ vendors: z.array(VendorLine), events: z.array(NamedEvent) })
  .meta({ id: 'VendorSettings' });
export type VendorSettings = z.infer<typeof VendorSettings>;

/** What the vendor signs its webhooks with; null: it does not. */
export const WebhookOpening = z.strictObject({
  signing_secret: z.string().trim().min(8).max(200).nullable().default(null),
  tells_visitor: z
    .boolean()
    .default(false)
    .describe('Whether the tag tells the vendor the visitor’s number, where its page API allows it.'),
});
export const WebhookOpened = z.object({
  url: z.string().describe('For the vendor’s settings. It is told once: only a hash is kept.'),
  settings: VendorSettings,
});

export const VendorSwitch = z.strictObject({ on: z.boolean() });
