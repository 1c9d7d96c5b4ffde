/** What every store must know of when visitors began conversations. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore, ConversationRecord } from '../../../chat/port.ts';
import type { CounterStore } from '../../../counters/index.ts';
import type { ConversationTimes } from '../../../invitations/port.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import { newConversation, newMessage, newPerson } from '../chat/test-chat.ts';

export interface ConversationTimesFixture {
  readonly counters: CounterStore;
  readonly chat: ChatStore;
  readonly conversationTimes: ConversationTimes;
  close(): Promise<void>;
}

const FROM = 1_000;
const TO = 2_000;

export function registerConversationTimesContract(make: () => Promise<ConversationTimesFixture>): void {
  describe('the times of conversations', () => {
    let fixture: ConversationTimesFixture;
    let counterId: number;
    beforeAll(async () => {
      fixture = await make();
    });
    beforeEach(async () => {
      counterId = await newCounter();
    });
    afterAll(() => fixture.close());

    async function newCounter(): Promise<number> {
      const made = await fixture.counters.create('ann', null, SETTINGS, 1);
      if (made === 'taken') throw new Error('taken');
      return made.id;
    }

    async function began(
      visitor: string,
      createdAt: number,
      changes: Partial<ConversationRecord> = {},
      counter = counterId,
    ): Promise<void> {
      const person = await fixture.chat.createPerson(newPerson(counter, { visitor }), crypto.randomUUID());
      await fixture.chat.write({
        conversation: newConversation(person, { createdAt, decided: true, ...changes }),
        opened: true,
        messages: [newMessage('Hello', { at: createdAt })],
        goal: null,
      });
    }

    it('are those of the period, its ends too, and of the counter', async () => {
      await began('1', FROM - 1);
      await began('2', FROM);
      await began('3', TO);
      await began('4', TO + 1);
      await began('5', FROM, {}, await newCounter());
      const times = await fixture.conversationTimes.begun(counterId, FROM, TO);
      expect([...times].toSorted((one, other) => one.at - other.at)).toEqual([
        { visitor: '2', at: FROM },
        { visitor: '3', at: TO },
      ]);
    });

    it('leave out what an operator opened and nobody answered', async () => {
      await began('1', FROM, { openedBy: 'operator', decided: false });
      expect(await fixture.conversationTimes.begun(counterId, FROM, TO)).toEqual([]);
    });
  });
}
