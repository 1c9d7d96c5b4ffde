/** What every `ChatStore` must do. */
import type { Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatPerson, ChatStore, ConversationRecord } from '../../../chat/port.ts';
import type { CounterStore } from '../../../counters/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import type { RecordsSchema } from '../schema.ts';
import { CONTEXT, newConversation, newGoal, newMessage, newPerson } from './test-chat.ts';

export interface ChatFixture {
  readonly db: Kysely<RecordsSchema>;
  readonly counters: CounterStore;
  readonly chat: ChatStore;
  close(): Promise<void>;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const CLIENT = 'Jivo_Client_initiate_chat';

export function registerChatContract(make: () => Promise<ChatFixture>): void {
  describe('the chat', () => {
    let fixture: ChatFixture;
    let chat: ChatStore;
    let counterId: number;
    let person: ChatPerson;
    beforeAll(async () => {
      fixture = await make();
      chat = fixture.chat;
    });
    beforeEach(async () => {
      counterId = await counter();
      person = await chat.createPerson(newPerson(counterId), hashOf('s'));
    });
    afterAll(() => fixture.close());

    async function counter(): Promise<number> {
      const made = await fixture.counters.create('ann', null, SETTINGS, 1);
      if (made === 'taken') throw new Error('taken');
      return made.id;
    }
    const write = (conversation: ConversationRecord, texts: readonly string[], opened = false) =>
      chat.write({ conversation, opened, messages: texts.map((text) => newMessage(text)), goal: null });
    const open = async (changes: Partial<ConversationRecord> = {}): Promise<ConversationRecord> =>
      (await write(newConversation(person, changes), ['first'], true)).conversation;
    const texts = async (id: string): Promise<string[]> =>
      (await chat.messages(id, 0, 1_000)).map((message) => `${message.seq} ${message.text}`);

    it('keeps every field of a conversation and of its messages', async () => {
      const file = { id: 'f', name: 'a "b".png', type: 'image/png', bytes: 3 };
      const given = newConversation(person, {
        offline: true,
        openedBy: 'invitation',
        invitation: { ruleId: 'r', variant: 2, text: 'Hello?' },
        context: { ...CONTEXT, phone: true, landing: { url: 'https://shop.example/in', referrer: '' } },
        lastMessageAt: 1_790_000_000_123,
        lastText: 'x',
        waitingSince: 11,
        readByVisitor: 2,
        assignedTo: { id: 'a', name: 'Ann' },
        department: 'd',
        tags: ['vip', "o'clock"],
        rating: 5,
        ratingComment: 'fine',
        goal: CLIENT,
        decided: true,
      });
      const sent = [
        newMessage('Hello?', { kind: 'invitation', author: 'Ann' }),
        newMessage('', { file, authorId: 'a' }),
      ];
      const answer = await chat.write({ conversation: given, opened: true, messages: sent, goal: null });
      expect(answer.conversation).toEqual({ ...given, lastSeq: 2 });
      const expected = sent.map((one, index) => ({ ...one, seq: index + 1, conversationId: given.id }));
      expect(answer.messages).toEqual(expected);
      expect(await chat.messages(given.id, 0, 10)).toEqual(expected);
      expect(await chat.conversation(given.id)).toEqual(answer.conversation);
      expect(await chat.openConversation(person.id)).toEqual(answer.conversation);
      expect(await chat.conversation('none')).toBeNull();
    });

    it('[C1] numbers messages without gaps, however many write at once', async () => {
      const conversation = await open();
      await Promise.all(Array.from({ length: 20 }, (_, n) => write(conversation, [`a${n}`, `b${n}`])));
      const stored = await chat.messages(conversation.id, 0, 1_000);
      expect(stored.map((one) => one.seq)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1));
      expect(new Set(stored.map((one) => one.text)).size).toBe(41);
      expect((await chat.conversation(conversation.id))?.lastSeq).toBe(41);
    });

    it('[C2] stores a key once and answers with the number it got, also when both come at once', async () => {
      const conversation = await open();
      const message = newMessage('once');
      const step = { conversation, opened: false, messages: [message], goal: null };
      const answers = await Promise.all([chat.write(step), chat.write(step), chat.write(step)]);
      expect(answers.map((one) => one.messages[0]?.seq)).toEqual([2, 2, 2]);
      const later = await chat.write({
        ...step,
        conversation: { ...conversation, lastMessageAt: 99, lastText: 'changed' },
        goal: newGoal(conversation, CLIENT),
      });
      expect(later.messages).toEqual(answers[0]?.messages);
      expect(later.conversation).toEqual(answers[0]?.conversation);
      expect(await chat.goals.due(0, 999, 'one')).not.toContainEqual(newGoal(conversation, CLIENT));
      expect(await texts(conversation.id)).toEqual(['1 first', '2 once']);
    });

    it('[C2] writes what is new of a step beside what is there', async () => {
      const conversation = await open();
      const there = newMessage('there');
      await chat.write({ conversation, opened: false, messages: [there], goal: null });
      const messages = [there, newMessage('new')];
      const answer = await chat.write({ conversation, opened: false, messages, goal: null });
      expect(answer.messages.map((one) => one.seq)).toEqual([2, 3]);
      expect(answer.conversation.lastSeq).toBe(3);
    });

    it('[C2] finds a message by its key in any conversation of the person, and of nobody else', async () => {
      const conversation = await open();
      const message = newMessage('again');
      await chat.write({ conversation, opened: false, messages: [message], goal: null });
      await write({ ...conversation, state: 'closed', closedAt: 20 }, []);
      expect(await chat.messageByKey(person.id, message.key)).toMatchObject({ seq: 2, text: 'again' });
      const other = await chat.createPerson(newPerson(counterId), hashOf('t'));
      expect(await chat.messageByKey(other.id, message.key)).toBeNull();
    });

    it('[C5] makes one open conversation when two come at once, with the messages of both', async () => {
      const two = ['left', 'right'].map((text) => {
        const conversation = newConversation(person, { lastText: text, decided: true, goal: CLIENT });
        return { conversation, text, goal: newGoal(conversation, CLIENT) };
      });
      const answers = await Promise.all(
        two.map(({ conversation, text, goal }) =>
          chat.write({ conversation, opened: true, messages: [newMessage(text)], goal }),
        ),
      );
      const [first, second] = answers.map((answer) => answer.conversation.id);
      expect(first).toBe(second);
      expect(new Set(answers.map((answer) => answer.messages[0]?.seq))).toEqual(new Set([1, 2]));
      expect(await chat.conversations({ counterIds: [counterId], limit: 9 })).toHaveLength(1);
      const goals = (await chat.goals.due(0, 999, 'one')).filter((goal) => goal.counterId === counterId);
      expect(goals).toHaveLength(1);
      expect(goals[0]?.id).toBe(`${first}:${CLIENT}`);
    });

    it('[C5] lets a decision join the conversation that an operator has just opened', async () => {
      const byOperator = await open({ openedBy: 'operator', assignedTo: { id: 'a', name: 'Ann' } });
      const second = newConversation(person, {
        decided: true,
        goal: CLIENT,
        waitingSince: 12,
        department: 'd',
      });
      const goal = newGoal(second, CLIENT);
      const answer = await chat.write({
        conversation: second,
        opened: true,
        messages: [newMessage('hi')],
        goal,
      });
      expect(answer.conversation).toMatchObject({
        id: byOperator.id,
        openedBy: 'operator',
        decided: true,
        goal: CLIENT,
        waitingSince: 12,
        department: 'd',
        assignedTo: { id: 'a', name: 'Ann' },
        lastSeq: 2,
      });
      expect(await chat.goals.due(0, 999, 'one')).toContainEqual(goal);
    });

    it('[C5] opens another after the first was closed, and keeps both', async () => {
      const first = await open({ createdAt: 1, lastMessageAt: 1 });
      await write({ ...first, state: 'closed', closedAt: 20 }, []);
      expect(await chat.openConversation(person.id)).toBeNull();
      const second = await open();
      expect(second.id).not.toBe(first.id);
      const both = await chat.conversations({ counterIds: [counterId], personId: person.id, limit: 9 });
      expect(both.map((one) => [one.id, one.state])).toEqual([
        [second.id, 'open'],
        [first.id, 'closed'],
      ]);
    });

    it('never says that more was read than there is', async () => {
      const conversation = await open({ readByVisitor: 9, readByOperator: 1 });
      expect(conversation).toMatchObject({ readByVisitor: 1, readByOperator: 1, lastSeq: 1 });
    });

    it('refuses to write to a conversation that is not there', async () => {
      await expect(write(newConversation(person), ['lost'])).rejects.toThrow(/no conversation/);
    });

    it('[C7] gives the messages after a number, as many as asked for', async () => {
      const conversation = await open();
      await write(conversation, ['b', 'c', 'd']);
      expect((await chat.messages(conversation.id, 1, 2)).map((one) => one.seq)).toEqual([2, 3]);
      expect(await chat.messages(conversation.id, 4, 2)).toEqual([]);
    });

    it('[C27] stores the goal with its message: both or neither', async () => {
      const conversation = newConversation(person, { decided: true, goal: CLIENT });
      const goal = newGoal(conversation, CLIENT);
      const same = newMessage('twice');
      const broken = chat.write({ conversation, opened: true, messages: [same, same], goal });
      await expect(broken).rejects.toThrow(/unique/i);
      expect(await chat.conversation(conversation.id)).toBeNull();
      expect(await chat.goals.due(0, 999, 'one')).not.toContainEqual(goal);

      await chat.write({ conversation, opened: true, messages: [newMessage('hi')], goal });
      expect(await chat.goals.due(0, 999, 'one')).toContainEqual(goal);
      expect(await chat.addPendingGoal(goal)).toBe(false);
      await chat.goals.done([goal.id]);
      expect(await chat.goals.due(0, 999, 'one')).not.toContainEqual(goal);
      expect(await chat.addPendingGoal(goal)).toBe(false);
      expect(await chat.addPendingGoal({ ...goal, id: 'tap' })).toBe(true);
      await chat.goals.done(['tap']);
    });

    it('lists conversations by their last message, page by page, those of one moment too', async () => {
      const times = [5, 7, 7, 7, 9];
      for (const [n, lastMessageAt] of times.entries()) {
        const someone = await chat.createPerson(newPerson(counterId), hashOf(`page${n}`));
        await write(newConversation(someone, { lastMessageAt }), ['x'], true);
      }
      const seen: ConversationRecord[] = [];
      for (;;) {
        const last = seen.at(-1);
        const place = last === undefined ? {} : { before: last.lastMessageAt, beforeId: last.id };
        const page = await chat.conversations({ counterIds: [counterId], limit: 2, ...place });
        if (page.length === 0) break;
        seen.push(...page);
      }
      expect(seen.map((one) => one.lastMessageAt)).toEqual([9, 7, 7, 7, 5]);
      expect(new Set(seen.map((one) => one.id)).size).toBe(5);
      const older = await chat.conversations({ counterIds: [counterId], before: 7, limit: 9 });
      expect(older.map((one) => one.lastMessageAt)).toEqual([5]);
    });

    it('lists by counter, state and operator', async () => {
      const mine = await open({ assignedTo: { id: 'ann', name: 'Ann' } });
      const someone = await chat.createPerson(newPerson(counterId), hashOf('u'));
      const nobodys = await write(newConversation(someone), ['x'], true);
      await write({ ...nobodys.conversation, state: 'closed', closedAt: 3 }, []);
      const ids = async (filter: object): Promise<string[]> =>
        (await chat.conversations({ counterIds: [counterId], limit: 9, ...filter })).map((one) => one.id);
      expect(await ids({ state: 'open' })).toEqual([mine.id]);
      expect(await ids({ state: 'closed' })).toEqual([nobodys.conversation.id]);
      expect(await ids({ assignedTo: 'ann' })).toEqual([mine.id]);
      expect(await ids({ assignedTo: null })).toEqual([nobodys.conversation.id]);
      expect(await ids({ counterIds: [await counter()] })).toEqual([]);
      expect(await ids({ counterIds: [] })).toEqual([]);
    });

    it('[C6] finds the open ones that are silent, the longest first', async () => {
      const old = await open({ lastMessageAt: -50 });
      const someone = await chat.createPerson(newPerson(counterId), hashOf('v'));
      const older = await write(newConversation(someone, { lastMessageAt: -60 }), ['x'], true);
      expect((await chat.silentSince(-40, 9)).map((one) => one.id)).toEqual([older.conversation.id, old.id]);
      await write({ ...older.conversation, state: 'closed', closedAt: 1 }, []);
      expect((await chat.silentSince(-40, 9)).map((one) => one.id)).toEqual([old.id]);
      expect(await chat.silentSince(-50, 9)).toEqual([]);
    });

    it('does not take a column for what it is not', async () => {
      const conversation = await open();
      await fixture.db
        .updateTable('chat_conversations')
        .set({ context: '{"url":1}' })
        .where('id', '=', conversation.id)
        .execute();
      await expect(chat.conversation(conversation.id)).rejects.toThrow(/expected string/);
    });
  });
}
