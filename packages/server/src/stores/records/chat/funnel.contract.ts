/** What every store must know of whom the chat invited and who conversed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore, ConversationRecord, NewMessage } from '../../../chat/port.ts';
import type { CounterStore } from '../../../counters/index.ts';
import type { FunnelRecords } from '../../../chat/funnel/port.ts';
import type { InvitationStore } from '../../../invitations/port.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import { newConversation, newMessage, newPerson } from './test-chat.ts';

export interface ChatFunnelFixture {
  readonly counters: CounterStore;
  readonly chat: ChatStore;
  readonly invitations: InvitationStore;
  readonly funnel: FunnelRecords;
  close(): Promise<void>;
}

const DAY = 86_400_000;
const FROM = 10 * DAY;
const BEFORE = 12 * DAY;

export function registerChatFunnelContract(make: () => Promise<ChatFunnelFixture>): void {
  describe("the chat's funnel", () => {
    let fixture: ChatFunnelFixture;
    let counterId: number;
    const newCounter = async (): Promise<number> => {
      const made = await fixture.counters.create('ann', null, SETTINGS, 1);
      if (made === 'taken') throw new Error('taken');
      return made.id;
    };
    beforeAll(async () => {
      fixture = await make();
    });
    beforeEach(async () => {
      counterId = await newCounter();
    });
    afterAll(() => fixture.close());

    const invited = async () =>
      [...(await fixture.funnel.invited(counterId, FROM, BEFORE))].toSorted((a, b) => Number(a) - Number(b));
    const conversations = async () =>
      [...(await fixture.funnel.conversations(counterId, FROM, BEFORE))].toSorted((a, b) => a.at - b.at);

    async function happened(visitor: string, at: number, more: object = {}): Promise<void> {
      const event = {
        counterId,
        ruleId: 'r',
        variant: 0,
        control: false,
        visitor,
        kind: 'shown',
        at,
      } as const;
      await fixture.invitations.record({ ...event, ...more });
    }

    async function talk(
      visitor: string,
      changes: Partial<ConversationRecord>,
      messages: readonly Partial<NewMessage>[],
      counter = counterId,
    ): Promise<void> {
      const person = await fixture.chat.createPerson(newPerson(counter, { visitor }), crypto.randomUUID());
      const sent = messages.map((message) => newMessage('Hello', message));
      const createdAt = sent[0]?.at ?? 0;
      const lastMessageAt = sent.at(-1)?.at ?? createdAt;
      await fixture.chat.write({
        conversation: newConversation(person, { createdAt, lastMessageAt, ...changes }),
        opened: true,
        messages: sent,
        goal: null,
      });
    }

    it('[M20] has each visitor once whom a rule showed something in the period, the control group not', async () => {
      await happened('1', FROM);
      await happened('1', FROM + DAY);
      await happened('1', FROM, { ruleId: 'other' });
      await happened('2', BEFORE - 1);
      await happened('3', FROM, { control: true });
      await happened('4', FROM, { kind: 'seen' });
      await happened('5', FROM - 1);
      await happened('6', BEFORE);
      await happened('7', FROM, { counterId: await newCounter() });
      expect(await invited()).toEqual(['1', '2']);
    });

    it('[M20] has those whom an operator wrote to first, answered or not', async () => {
      const first = { openedBy: 'operator', decided: false } as const;
      await happened('1', FROM);
      await talk('1', first, [{ kind: 'operator', at: FROM }]);
      await talk('2', first, [{ kind: 'operator', at: BEFORE - 1 }]);
      await talk('3', { ...first, decided: true }, [
        { kind: 'operator', at: FROM - 1 },
        { kind: 'visitor', at: FROM },
      ]);
      await talk('4', first, [{ kind: 'operator', at: BEFORE }]);
      await talk('5', { openedBy: 'visitor', decided: true }, [{ at: FROM }]);
      await talk('6', first, [{ kind: 'operator', at: FROM }], await newCounter());
      expect(await invited()).toEqual(['1', '2']);
    });

    it("[M21] has conversations by their visitor's first message, whoever began them", async () => {
      const decided = { decided: true };
      await talk('1', { ...decided, openedBy: 'invitation' }, [
        { kind: 'invitation', at: FROM - 5 },
        { at: FROM },
        { at: FROM + 9 },
      ]);
      await talk('2', { ...decided, openedBy: 'operator' }, [
        { kind: 'operator', at: FROM - DAY },
        { at: FROM + 1 },
        { kind: 'operator', at: BEFORE + DAY },
      ]);
      await talk('2', { ...decided, offline: true }, [{ at: BEFORE - 1 }]);
      await talk('3', decided, [{ at: FROM - 1 }, { at: FROM + 1 }]);
      await talk('4', decided, [{ at: BEFORE }]);
      await talk('5', { openedBy: 'operator' }, [{ kind: 'operator', at: FROM }]);
      await talk('6', decided, [{ at: FROM }], await newCounter());
      expect(await conversations()).toEqual([
        { visitor: '1', at: FROM },
        { visitor: '2', at: FROM + 1 },
        { visitor: '2', at: BEFORE - 1 },
      ]);
    });
  });
}
