/** What every store must know of conversations that reports do not know as they are [M87]. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellFacts } from '../../../chat/index.ts';
import type {
  ChatStore,
  ConversationFact,
  ConversationRecord,
  FactOutbox,
  NewMessage,
} from '../../../chat/port.ts';
import type { CounterStore } from '../../../counters/index.ts';
import type { PersonRecords } from '../../../privacy/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import { newConversation, newMessage, newPerson } from './test-chat.ts';

export interface FactsFixture {
  readonly counters: CounterStore;
  readonly chat: ChatStore;
  readonly facts: FactOutbox;
  readonly people: PersonRecords;
  close(): Promise<void>;
}

export function registerFactsContract(make: () => Promise<FactsFixture>): void {
  describe('conversations for reports', () => {
    let fixture: FactsFixture;
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

    /** What the analytics store would have, by its latest revisions. */
    const known = new Map<string, ConversationFact>();
    const sink = {
      async put(facts: readonly ConversationFact[]) {
        for (const fact of facts)
          if (fact.revision >= (known.get(fact.conversationId)?.revision ?? 0))
            known.set(fact.conversationId, fact);
      },
      async forget(ids: readonly string[]) {
        for (const id of ids) known.delete(id);
      },
    };
    const tell = () => tellFacts(fixture.facts, sink);
    const own = () =>
      [...known.values()]
        .filter((fact) => fact.counterId === counterId)
        .map(({ conversationId: _id, counterId: _counter, revision: _revision, ...fact }) => fact)
        .toSorted((a, b) => Number(a.visitor) - Number(b.visitor));

    async function talk(
      visitor: string,
      changes: Partial<ConversationRecord>,
      messages: readonly Partial<NewMessage>[],
    ): Promise<ConversationRecord> {
      const person = await fixture.chat.createPerson(newPerson(counterId, { visitor }), crypto.randomUUID());
      const { conversation } = await fixture.chat.write({
        conversation: newConversation(person, { decided: true, ...changes }),
        opened: true,
        messages: messages.map((message) => newMessage('Hello', message)),
        goal: null,
      });
      return conversation;
    }

    const say = (conversation: ConversationRecord, messages: readonly Partial<NewMessage>[] = []) =>
      fixture.chat.write({
        conversation,
        opened: false,
        messages: messages.map((message) => newMessage('Hello', message)),
        goal: null,
      });

    it('[M85] tells how it began, when it was answered, who has it and how it was rated', async () => {
      const invitation = { ruleId: 'gone', variant: 2, text: 'Hi' };
      await talk('1', { openedBy: 'invitation', invitation, rating: 4 }, [
        { kind: 'invitation', at: 100 },
        { kind: 'operator', at: 150, authorId: 'early', author: 'Early' },
        { at: 200 },
        { kind: 'note', at: 250, authorId: 'bob', author: 'Bob' },
        { kind: 'operator', at: 1_700, authorId: 'ann', author: 'Ann' },
      ]);
      await talk('2', { offline: true, assignedTo: { id: 'bob', name: 'Bob' } }, [{ at: 300 }]);
      await talk('3', { openedBy: 'operator', decided: false }, [{ kind: 'operator', at: 1 }]);
      await tell();
      expect(own()).toEqual([
        {
          visitor: '1',
          at: 200,
          start: 'invitation',
          answeredMs: 1_500,
          rating: 4,
          operator: { id: 'ann', name: 'Ann' },
          rule: { id: 'gone', name: '', variant: 2 },
        },
        {
          visitor: '2',
          at: 300,
          start: 'offline',
          answeredMs: null,
          rating: null,
          operator: { id: 'bob', name: 'Bob' },
          rule: null,
        },
      ]);
      expect(await fixture.facts.due(10)).toEqual([]);
    });

    it('[M87] tells each change until it is known, and nothing more', async () => {
      const conversation = await talk('1', {}, [{ at: 200 }]);
      const [before] = await fixture.facts.due(10);
      await say(conversation, [{ kind: 'operator', at: 900, authorId: 'ann', author: 'Ann' }]);
      // What was read before the answer is not the latest any more.
      await sink.put([before as ConversationFact]);
      expect(await fixture.facts.told([before as ConversationFact])).toEqual([]);
      await tell();
      expect(own()).toMatchObject([{ answeredMs: 700 }]);
      await say(conversation, [{ at: 950 }]);
      expect(await fixture.facts.due(10)).toEqual([]);
      await say({ ...conversation, rating: 5 });
      await tell();
      expect(own()).toMatchObject([{ rating: 5 }]);
    });

    it('[M87] takes back what was erased on its way', async () => {
      const conversation = await talk('1', {}, [{ at: 200 }]);
      const person = {
        visitors: [],
        people: [conversation.personId],
        conversations: [conversation.id],
        files: [],
        names: [],
      };
      await tellFacts(fixture.facts, {
        ...sink,
        async put(facts) {
          await sink.put(facts);
          await fixture.people.remove(counterId, person);
        },
      });
      expect(own()).toEqual([]);
      expect(await fixture.facts.due(10)).toEqual([]);
    });
  });
}
