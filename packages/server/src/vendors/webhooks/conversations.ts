/** Conversations that vendors tell of: who spoke first, whose they are, and each goal of them once [C104–C106]. */
import { goalOf, vendorOf } from '@goalpost/contract/vendors';
import type { Outcome } from '@goalpost/contract/vendors/outcomes';
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

  async function take(before: VendorConversation, told: Told): Promise<Taken> {
    const { signal, who } = told;
    const visitor = before.visitor || (await match.find(before.counterId, who)) || '';
    const known = { ...before, visitor, updatedAt: clock.now() };
    const side = SIDES[signal];
    if (signal !== 'known' && side === undefined) return reach(known, told);
    await store.save({ ...known, side: Math.max(side ?? 0, before.side) as Side });
    return 'nothing';
  }

  /** What the signal says is done: its goal, if it is the first of its kind. */
  async function reach(known: VendorConversation, { signal, at }: Told): Promise<Taken> {
    const isVisitor = signal === 'visitor';
    const begun = known.begun || BEGUN[known.side];
    const outcome = isVisitor ? begun : (signal as Outcome);
    const key = isVisitor ? START : outcome;
    if (known.told.includes(key)) return 'nothing';
    const kept = isVisitor ? { ...known, begun } : known;
    if (at !== null && known.updatedAt - at > MOST_LATE_MS) {
      await store.save({ ...kept, told: [...known.told, key] });
      return 'unmatched';
    }
    if (!(await report(known, outcome, key, at))) {
      await store.save({ ...kept, visitor: '' });
      return 'unmatched';
    }
    await store.save({ ...kept, told: [...known.told, key] });
    return 'counted';
  }

  /** @returns whether it was: the visitor is known, and has been there */
  async function report(
    { counterId, vendor, thread, visitor, updatedAt: now }: VendorConversation,
    outcome: Outcome,
    key: string,
    at: number | null,
  ): Promise<boolean> {
    const declared = vendorOf(vendor);
    const place = visitor === '' ? null : await match.placeOf(counterId, visitor);
    if (place === null || declared === undefined) return false;
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
    return true;
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
