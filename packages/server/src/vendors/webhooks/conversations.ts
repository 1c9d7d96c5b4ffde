/** Conversations that vendors tell of: who spoke first, whose they are, and each goal of them once [C104–C106]. */
import { goalOf, vendorOf } from '@goalpost/contract/vendors';
import type { PutEvent } from '../../collect/index.ts';
import { vendorEventOf } from '../../goals/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { createKeyedQueue } from '../../kit/nodes/keyed-queue.ts';
import type { VisitorMatch } from '../../visitors/index.ts';
import type { Side, VendorConversation, VendorConversations } from '../port.ts';
import type { Told } from './webhook.ts';

/** What became of it: a goal's event, nothing new, or a visitor who is not known here. */
export type Taken = 'counted' | 'nothing' | 'unmatched';

export interface ConversationDeps {
  readonly store: VendorConversations;
  readonly match: VisitorMatch;
  readonly putEvent: PutEvent;
  readonly clock: Clock;
}

export interface Conversations {
  take(counterId: number, vendor: string, told: Told): Promise<Taken>;
  /** A page has told an event of the conversation, which is then known. */
  pageTold(counterId: number, identifier: string, thread: string, visitor: string): Promise<void>;
}

const SIDES: Readonly<Record<string, Side>> = { agent: 1, rule: 2, manual: 3 };
const BEGUN = ['started', 'invited', 'invited', 'operator'] as const;
const START = 'start';
/** Of what is older, nothing tells whether a page has told it: collection places no event so far back. */
const MOST_LATE_MS = 86_400_000;

export function createConversations({ store, match, putEvent, clock }: ConversationDeps): Conversations {
  // What two webhooks say of one conversation is taken one after the other.
  const turns = createKeyedQueue();
  const inTurn = <T>(
    [counterId, vendor, thread]: readonly [number, string, string],
    run: (before: VendorConversation) => Promise<T>,
  ): Promise<T> =>
    turns.run(`${counterId} ${vendor} ${thread}`, async () =>
      run(
        (await store.find(counterId, vendor, thread)) ?? {
          counterId,
          vendor,
          thread,
          visitor: '',
          side: 0,
          begun: '',
          told: [],
          updatedAt: 0,
        },
      ),
    );

  async function take(before: VendorConversation, { signal, at, who, thread }: Told): Promise<Taken> {
    const { counterId, vendor } = before;
    const declared = vendorOf(vendor);
    const now = clock.now();
    const visitor = before.visitor || (await match.find(counterId, who)) || '';
    const known = { ...before, visitor, updatedAt: now };
    const side = SIDES[signal];
    if (declared === undefined || signal === 'known' || side !== undefined) {
      const later = side === undefined || side <= before.side ? before.side : side;
      await store.save({ ...known, side: later });
      return 'nothing';
    }
    const begun = before.begun || BEGUN[before.side];
    const outcome =
      signal === 'visitor' ? begun : (signal as Exclude<typeof signal, 'agent' | 'rule' | 'manual'>);
    const key = signal === 'visitor' ? START : outcome;
    if (before.told.includes(key)) return 'nothing';
    const kept = { ...known, begun: signal === 'visitor' ? begun : before.begun };
    if (at !== null && now - at > MOST_LATE_MS) {
      await store.save({ ...kept, told: [...before.told, key] });
      return 'unmatched';
    }
    const place = visitor === '' ? null : await match.placeOf(counterId, visitor);
    if (place === null) {
      await store.save({ ...kept, visitor: '' });
      return 'unmatched';
    }
    // Told again after a kill, it is the same event: its id is made of the conversation.
    await putEvent({
      id: `vendor:${vendor}:${thread}:${key}`,
      counterId,
      visitor,
      identifier: goalOf(declared, outcome),
      thread,
      ...place,
      agent: '',
      at: at === null ? now : Math.min(at, now),
    });
    await store.save({ ...kept, told: [...before.told, key] });
    return 'counted';
  }

  return {
    take: (counterId, vendor, told) =>
      inTurn([counterId, vendor, told.thread], (before) => take(before, told)),
    async pageTold(counterId, identifier, thread, visitor) {
      const event = vendorEventOf(identifier);
      if (event === undefined) return;
      const { vendor, outcome } = event;
      const key = (BEGUN as readonly string[]).includes(outcome) ? START : outcome;
      await inTurn([counterId, vendor, thread], async (before) => {
        if (before.told.includes(key)) return;
        const told = [...before.told, key];
        await store.save({ ...before, visitor: before.visitor || visitor, told, updatedAt: clock.now() });
      });
    },
  };
}
