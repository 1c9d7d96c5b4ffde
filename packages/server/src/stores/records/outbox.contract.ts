/** What every outbox must do for several nodes: goals and happenings of the chat, deliveries of webhooks, letters. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore, MailStore } from '../../chat/port.ts';
import type { CounterStore } from '../../counters/index.ts';
import { type Claims, claimDue, MOST_CLAIMED_MS } from '../../kit/outbox/port.ts';
import type { DeliveryLog } from '../../notify/webhooks/port.ts';
import type { Kysely } from 'kysely';
import { createChatStore } from './chat/chat-store.ts';
import { newConversation, newGoal, newPerson } from './chat/test-chat.ts';
import type { RecordsSchema } from './schema.ts';
import { SETTINGS } from './counters/counter-store.contract.ts';

export interface OutboxFixture {
  readonly db: Kysely<RecordsSchema>;
  readonly counters: CounterStore;
  readonly chat: ChatStore;
  readonly deliveries: DeliveryLog;
  readonly mails: MailStore;
  close(): Promise<void>;
}

type Id = string | number;

interface Box {
  readonly claims: Claims<unknown, Id>;
  idOf(item: unknown): Id;
  /** Stores so many that are due at `NOW`. */
  add(count: number): Promise<Id[]>;
  done(ids: readonly Id[]): Promise<void>;
}

const NOW = 1_790_000_000_000;
const MINUTE = 60_000;
const FAR = 100_000;

export function registerOutboxContract(make: () => Promise<OutboxFixture>): void {
  describe('an outbox', () => {
    let fixture: OutboxFixture;
    let counterId: number;
    beforeAll(async () => {
      fixture = await make();
    });
    beforeEach(async () => {
      const made = await fixture.counters.create('ann', null, SETTINGS, 1);
      if (made === 'taken') throw new Error('taken');
      counterId = made.id;
    });
    afterAll(() => fixture.close());

    async function conversation() {
      const person = await fixture.chat.createPerson(newPerson(counterId), crypto.randomUUID());
      const made = newConversation(person);
      await fixture.chat.write({ conversation: made, opened: true, messages: [], goal: null });
      return made;
    }
    const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${counterId}-${index}`);
    const idOf = (item: unknown) => (item as { id: string }).id;

    const BOXES: Record<string, () => Box> = {
      goals: () => ({
        claims: fixture.chat.goals as Claims<unknown, Id>,
        idOf,
        async add(count) {
          const about = await conversation();
          for (const id of numbered(count))
            await fixture.chat.addPendingGoal({ ...newGoal(about, 'Jivo_Chat_established'), id });
          return numbered(count);
        },
        done: (ids) => fixture.chat.goals.done(ids as string[]),
      }),
      happenings: () => ({
        claims: fixture.chat.happenings as Claims<unknown, Id>,
        idOf: (item) => (item as { number: number }).number,
        async add(count) {
          const about = await conversation();
          const happenings = numbered(count).map(() => ({ event: 'chat_updated' as const, at: NOW }));
          const step = { conversation: about, opened: false, messages: [], goal: null, happenings };
          return (await fixture.chat.write(step)).happenings.map(({ number }) => number);
        },
        done: (ids) => fixture.chat.happenings.done(ids as number[]),
      }),
      deliveries: () => ({
        claims: fixture.deliveries as Claims<unknown, Id>,
        idOf,
        async add(count) {
          for (const id of numbered(count))
            await fixture.deliveries.add(delivery(id, `https://${id}.example/`));
          return numbered(count);
        },
        async done(ids) {
          for (const id of ids as string[])
            await fixture.deliveries.update({ ...delivery(id, ''), status: 'delivered' });
        },
      }),
      letters: () => ({
        claims: fixture.mails as Claims<unknown, Id>,
        idOf,
        async add(count) {
          const about = await conversation();
          for (const id of numbered(count)) await fixture.mails.add(letter(id, about));
          return numbered(count);
        },
        async done(ids) {
          const about = await conversation();
          for (const id of ids as string[])
            await fixture.mails.update({ ...letter(id, about), status: 'sent' });
        },
      }),
    };

    const delivery = (id: string, url: string) => ({
      id,
      counterId,
      url,
      event: 'chat_updated',
      payload: '{}',
      status: 'waiting' as const,
      attempts: 0,
      nextAt: NOW,
      lastAnswer: '',
      createdAt: NOW,
    });
    const letter = (id: string, about: { id: string; personId: string }) => ({
      id,
      counterId,
      conversationId: about.id,
      personId: about.personId,
      kind: 'team' as const,
      afterSeq: 0,
      uptoSeq: null,
      recipient: '',
      status: 'waiting' as const,
      attempts: 0,
      nextAt: NOW,
      lastAnswer: '',
      createdAt: NOW,
      handedAt: null,
    });

    describe.each(Object.keys(BOXES))('of %s', (name) => {
      let box: Box;
      let ids: Id[];
      beforeEach(async () => {
        box = (BOXES[name] as () => Box)();
        ids = await box.add(4);
      });
      const dueFor = async (node: string, now = NOW) =>
        (await box.claims.due(now, FAR, node)).map(box.idOf).filter((id) => ids.includes(id));
      const claim = (node: string, now = NOW, until = now + MINUTE) =>
        box.claims.claim(ids, now, { node, until });
      const sorted = (some: readonly Id[]) => some.toSorted((a, b) => String(a).localeCompare(String(b)));

      it('gives each item to one of two nodes that claim at once, and to the other nothing of it', async () => {
        const both = await Promise.all([claim('a'), claim('b')]);
        expect(sorted(both.flat())).toEqual(sorted(ids));
        const [a, b] = both as [Id[], Id[]];
        expect(sorted(await dueFor('a'))).toEqual(sorted(a));
        expect(sorted(await dueFor('b'))).toEqual(sorted(b));
        const all = await claimDue(box.claims, box.idOf, NOW, FAR, { node: 'c', until: NOW + MINUTE });
        expect(all.map(box.idOf).filter((id) => ids.includes(id))).toEqual([]);
      });

      it('gives what a node held when it died to others when its claim has run out, to itself at once', async () => {
        await claim('a');
        expect(await dueFor('b', NOW + MINUTE - 1)).toEqual([]);
        expect(await claim('b', NOW + MINUTE - 1)).toEqual([]);
        expect(sorted(await dueFor('a'))).toEqual(sorted(ids));
        expect(sorted(await claim('b', NOW + MINUTE))).toEqual(sorted(ids));
        // The first was only slow: it is told that it has lost them.
        expect(await claim('a', NOW + MINUTE)).toEqual([]);
      });

      it('lets no clock that was wrong hold anything for long', async () => {
        await claim('a', NOW, NOW + 365 * 24 * 60 * MINUTE);
        expect(sorted(await dueFor('b'))).toEqual(sorted(ids));
        // It was right, and was put back then: so were the items, which is why they are looked for by their claim.
        await claim('b', NOW, NOW + MINUTE);
        expect(await claim('c', NOW - MOST_CLAIMED_MS + MINUTE)).toEqual([]);
        expect(sorted(await claim('c', NOW - MOST_CLAIMED_MS))).toEqual(sorted(ids));
      });

      it('gives nobody what is done, whoever holds it', async () => {
        await claim('a');
        await box.done(ids);
        expect([await dueFor('a'), await dueFor('b', NOW + MINUTE), await claim('b', NOW + MINUTE)]).toEqual([
          [],
          [],
          [],
        ]);
        expect(await box.claims.claim([], NOW, { node: 'a', until: NOW })).toEqual([]);
      });
    });

    it('of deliveries gives none to an address that another node is sending to', async () => {
      const { deliveries } = fixture;
      const [first, second] = [`${counterId}-x`, `${counterId}-y`];
      for (const id of [first, second]) await deliveries.add(delivery(id, 'https://one.example/hook'));
      const dueFor = async (node: string) =>
        (await deliveries.due(NOW, FAR, node)).map(idOf).filter((id) => id === first || id === second);
      await deliveries.claim([first], NOW, { node: 'a', until: NOW + MINUTE });
      expect(await dueFor('b')).toEqual([]);
      expect((await dueFor('a')).toSorted()).toEqual([first, second]);
      await deliveries.update({ ...delivery(first, ''), status: 'delivered' });
      expect(await dueFor('b')).toEqual([second]);
    });

    it('of goals and happenings holds them for the node that stored them, in the same step', async () => {
      const about = await conversation();
      const mine = createChatStore(fixture.db, () => ({ node: 'a', until: NOW + MINUTE }));
      const goal = { ...newGoal(about, 'Jivo_Chat_established'), id: `${counterId}-goal` };
      const step = { conversation: about, opened: false, messages: [], goal };
      await mine.write({ ...step, happenings: [{ event: 'chat_updated', at: NOW }] });
      const tap = { ...goal, id: `${counterId}-tap` };
      await mine.addPendingGoal(tap);
      const dueFor = async (node: string, now = NOW) => {
        const goals = await mine.goals.due(now, FAR, node);
        const happenings = await mine.happenings.due(now, FAR, node);
        return [
          ...goals.filter(({ counterId: of }) => of === counterId).map(({ id }) => id),
          ...happenings.filter(({ conversationId }) => conversationId === about.id).map(({ event }) => event),
        ];
      };
      const all = [goal.id, tap.id, 'chat_updated'];
      expect([await dueFor('a'), await dueFor('b'), await dueFor('b', NOW + MINUTE)]).toEqual([all, [], all]);
    });
  });
}
