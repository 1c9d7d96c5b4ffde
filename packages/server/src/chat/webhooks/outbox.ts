/** Writes down what each webhook is to be told, before anything is sent: one delivery for each of them. */
import type { WebhookEvent } from '@goalpost/contract/chat';
import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../../kit/clock.ts';
import { createKeyedQueue } from '../../kit/nodes/keyed-queue.ts';
import type { FaultLog } from '../../kit/log.ts';
import { createDoneMarks } from '../../kit/outbox/done-marks.ts';
import { CLAIM_MS, claimDue, ONE_NODE } from '../../kit/outbox/port.ts';
import type { Delivery, DeliveryLog, WebhookRegistry } from '../../notify/webhooks/port.ts';
import type { ChatListener } from '../outward.ts';
import type { ChatStore, StoredHappening } from '../port.ts';
import { createThrottle } from '../../kit/limits/throttle.ts';
import { factsOfConversation, factsOfPerson, type FactsDeps } from './facts.ts';
import { type Facts, payloadOf } from './payload.ts';

export interface Outbox extends ChatListener {
  /** Takes up what an earlier run, or a node that is gone, stored and did not write down. */
  resume(): Promise<void>;
  /** What is tried once more: changes held back, and happenings that could not be written down. */
  again(): void;
  /** Resolves when everything told so far is written down, or never will be. */
  close(): Promise<void>;
}

export interface OutboxDeps extends FactsDeps {
  readonly store: FactsDeps['store'] & Pick<ChatStore, 'happenings'>;
  readonly deliveries: Pick<DeliveryLog, 'add'>;
  readonly registry: Pick<WebhookRegistry, 'list'>;
  readonly clock: Clock;
  readonly log: FaultLog;
  /** Of several, this one; there is but one unless said. */
  readonly node?: string;
  /** Something new is to be sent. */
  onAdded(): void;
}

interface Happening {
  readonly event: WebhookEvent;
  /** Of the conversation, or for `client_updated` of the person. */
  readonly id: string;
  readonly at: number;
  /** What it is kept as until it is written down; more than one where changes are told together. */
  readonly stored: readonly StoredHappening[];
  /** Addresses for which it is written down, where only some could be. */
  readonly told: Set<string>;
}

/** A page can say these as often as it likes. */
const CHANGES: ReadonlySet<WebhookEvent> = new Set(['chat_updated', 'client_updated']);
/** Happenings kept for another try; more than that many are a store that is gone. */
const MOST_KEPT = 10_000;
const MOST_AT_ONCE = 100_000;

export function createOutbox(deps: OutboxDeps): Outbox {
  const { clock, log, node = ONE_NODE } = deps;
  const queue = createKeyedQueue();
  const throttle = createThrottle(clock);
  /** Of happenings that are not forgotten yet: they are this node's, and taken up once. */
  const known = new Set<number>();
  // Forgotten by a crash before, they are written down under the same ids once more, which does nothing.
  const marks = createDoneMarks<number>({
    async mark(numbers) {
      await deps.store.happenings.done(numbers);
      for (const number of numbers) known.delete(number);
    },
    log,
    failed: 'What webhooks were told of is not forgotten yet.',
  });
  /** Of the changes that are held back. */
  const held = new Map<string, StoredHappening[]>();
  let failed: Happening[] = [];
  let latest = 0;
  /** Later than the one before: of those that are due at the same moment, the earlier one is sent first. */
  const stamp = (): number => (latest = Math.max(clock.now(), latest + 1));

  /** In the order in which things happened to each. */
  function begin(happening: Happening): void {
    queue
      .run(happening.id, () => write(deps, happening, stamp))
      .then(() => marks.add(happening.stored.map(({ number }) => number)))
      .catch((error: unknown) => {
        // One says enough of a store that is gone.
        if (failed.length === 0) log.warn({ error: String(error) }, 'Webhooks are not written down yet.');
        if (failed.length < MOST_KEPT) failed.push(happening);
        // Those that are stored are taken up later.
        else for (const { number } of happening.stored) known.delete(number);
      });
  }

  function passOn(all = false): void {
    for (const key of throttle.due(all)) {
      const [event = '', id = ''] = key.split(' ');
      const stored = held.get(key) ?? [];
      held.delete(key);
      begin({ event: event as WebhookEvent, id, at: clock.now(), stored, told: new Set() });
    }
    const again = failed;
    failed = [];
    for (const happening of again) begin(happening);
  }

  return {
    async resume() {
      const now = clock.now();
      const claim = { node, until: now + CLAIM_MS };
      const found = await claimDue(deps.store.happenings, ({ number }) => number, now, MOST_AT_ONCE, claim);
      const left = found.filter(({ number }) => !known.has(number));
      for (const { number } of left) known.add(number);
      const together = Map.groupBy(left, ({ event, conversationId, number }) =>
        CHANGES.has(event) ? `${event} ${conversationId}` : number,
      );
      for (const stored of together.values()) {
        const [{ event, conversationId: id, at }] = stored as [StoredHappening];
        begin({ event, id, at, stored, told: new Set() });
      }
    },
    happened(event, id, one) {
      const stored = one === undefined ? [] : [one];
      for (const { number } of stored) known.add(number);
      const key = `${event} ${id}`;
      if (!CHANGES.has(event) || throttle.may(key))
        return begin({ event, id, at: clock.now(), stored, told: new Set() });
      held.set(key, [...(held.get(key) ?? []), ...stored]);
    },
    again: () => passOn(),
    async close() {
      await queue.idle();
      passOn(true);
      await queue.idle();
      await marks.close();
      // What is stored is written down by the next run.
      const lost = failed.filter(({ stored }) => stored.length === 0).length;
      if (lost > 0) log.error({ count: lost }, 'Webhooks could not be written down.');
    },
  };
}

async function write(deps: OutboxDeps, happening: Happening, stamp: () => number): Promise<void> {
  const { event, told } = happening;
  const facts = await factsOf(deps, happening);
  if (facts === null) return;
  const { counterId } = facts;
  const wanting = (await deps.registry.list(counterId)).filter((one) => one.events.includes(event));
  if (wanting.length === 0) return;
  const payload = JSON.stringify(payloadOf(facts));
  for (const { url } of wanting) {
    if (told.has(url)) continue;
    const delivery = newDelivery({ counterId, url, event, payload }, deps.clock.now());
    const id = deliveryId(happening.stored, url) ?? delivery.id;
    await deps.deliveries.add({ ...delivery, id, createdAt: stamp() });
    told.add(url);
  }
  deps.onAdded();
}

/** The same for what is written down again after a crash [C50]; null: it is not stored, and never will be. */
function deliveryId(stored: readonly StoredHappening[], url: string): string | null {
  const last = stored.at(-1);
  if (last === undefined) return null;
  const { number, conversationId, event } = last;
  const hash = createHash('sha256').update(`${number} ${conversationId} ${event} ${url}`).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function factsOf(deps: FactsDeps, { event, id, at }: Happening): Promise<Facts | null> {
  return event === 'client_updated' ? factsOfPerson(deps, id, at) : factsOfConversation(deps, event, id, at);
}

export function newDelivery(
  what: Pick<Delivery, 'counterId' | 'url' | 'event' | 'payload'>,
  at: number,
): Delivery {
  return {
    id: randomUUID(),
    ...what,
    status: 'waiting',
    attempts: 0,
    nextAt: at,
    lastAnswer: '',
    createdAt: at,
  };
}
