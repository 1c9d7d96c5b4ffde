/** What every store of the chat's happenings, documents, invitations, files and deliveries must do. */
import { InvitationRuleInput } from '@goalpost/contract/chat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatDocuments, ChatStore, FileIndex, FileRecord, OperatorBook } from '../../../chat/port.ts';
import type { CounterStore } from '../../../counters/index.ts';
import type { InvitationEvent, InvitationStore } from '../../../invitations/port.ts';
import type { Delivery, DeliveryLog } from '../../../notify/webhooks/port.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import { newConversation, newGoal, newMessage, newPerson } from './test-chat.ts';

export interface ChatSideFixture {
  readonly counters: CounterStore;
  readonly chat: ChatStore;
  readonly documents: ChatDocuments;
  readonly invitations: InvitationStore;
  readonly files: FileIndex;
  readonly deliveries: DeliveryLog;
  readonly operators: OperatorBook;
  close(): Promise<void>;
}

const DAY = 86_400_000;
const RULE = InvitationRuleInput.parse({
  name: 'Pricing',
  conditions: [{ on: 'page_url', op: 'contains', value: '/pricing' }],
  texts: ["Questions? It's free", 'Ask us <now>'],
});

export function registerChatSideContract(make: () => Promise<ChatSideFixture>): void {
  describe('beside the chat', () => {
    let fixture: ChatSideFixture;
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

    it('[C50] stores what happened with its step: both or neither, once, and until it is told', async () => {
      const { chat } = fixture;
      const person = await chat.createPerson(newPerson(counterId), 'hash of a secret');
      const conversation = newConversation(person);
      const left = async () =>
        (await chat.happenings.due(0, 1_000, 'one')).filter((one) => one.conversationId === conversation.id);
      const same = newMessage('twice');
      const happenings = [{ event: 'offline_message' as const, at: 7 }];
      const step = { conversation, opened: true, goal: null, happenings };
      await expect(chat.write({ ...step, messages: [same, same] })).rejects.toThrow(/unique/i);
      expect(await left()).toEqual([]);

      const hi = newMessage('hi');
      const first = await chat.write({ ...step, messages: [hi] });
      expect(first.happenings).toEqual([
        { number: expect.any(Number), conversationId: conversation.id, event: 'offline_message', at: 7 },
      ]);
      expect((await chat.write({ ...step, messages: [hi] })).happenings).toEqual([]);
      const events = ['chat_accepted', 'chat_updated'] as const;
      const second = await chat.write({
        conversation: first.conversation,
        opened: false,
        messages: [],
        goal: null,
        happenings: events.map((event) => ({ event, at: 8 })),
      });
      expect(await left()).toEqual([...first.happenings, ...second.happenings]);

      const numbers = second.happenings.map(({ number }) => number);
      await chat.happenings.done(numbers);
      await chat.happenings.done([]);
      expect(await left()).toEqual(first.happenings);
      // No number is given twice.
      const third = await chat.write({
        ...step,
        opened: false,
        messages: [],
        conversation: first.conversation,
      });
      expect(third.happenings[0]?.number).toBeGreaterThan(Math.max(...numbers));
    });

    it('keeps documents apart by counter and kind, the last saved one', async () => {
      const { documents } = fixture;
      expect(await documents.read(counterId, 'settings')).toBeNull();
      await documents.save(counterId, 'settings', { enabled: true });
      await documents.save(counterId, 'canned', ["it's"]);
      await documents.save(counterId, 'settings', { enabled: false });
      expect(await documents.read(counterId, 'settings')).toEqual({ enabled: false });
      expect(await documents.read(counterId, 'canned')).toEqual(["it's"]);
      expect(await documents.read(counterId, 'webhooks')).toBeNull();
    });

    it('keeps the rules of each counter', async () => {
      const { invitations } = fixture;
      const first = await invitations.saveRule(counterId, null, RULE);
      expect(first).toEqual({ ...RULE, id: expect.any(String), counterId });
      const second = await invitations.saveRule(counterId, null, { ...RULE, name: 'Second' });
      const ids = new Set((await invitations.rules(counterId)).map((one) => one.id));
      expect(ids).toEqual(new Set([first?.id, second?.id]));
      const id = first?.id ?? '';
      expect(await invitations.saveRule(counterId, id, { ...RULE, enabled: false })).toMatchObject({
        id,
        enabled: false,
      });
      expect(await invitations.rule(counterId, id)).toMatchObject({ enabled: false });
      expect(await invitations.rule(1, id)).toBeNull();
      expect(await invitations.saveRule(1, id, RULE)).toBeNull();
      expect(await invitations.deleteRule(1, id)).toBe(false);
      expect(await invitations.deleteRule(counterId, id)).toBe(true);
      expect(await invitations.deleteRule(counterId, id)).toBe(false);
      expect(await invitations.rules(counterId)).toHaveLength(1);
    });

    it('[C43, C44] counts an event of a visitor once a day', async () => {
      const { invitations } = fixture;
      const event: InvitationEvent = {
        counterId,
        ruleId: 'r',
        variant: 1,
        control: false,
        visitor: '12',
        kind: 'shown',
        at: 3 * DAY + 5,
      };
      await Promise.all([1, 2, 3].map((n) => invitations.record({ ...event, at: event.at + n })));
      await invitations.record({ ...event, at: 4 * DAY });
      await invitations.record({ ...event, kind: 'seen', at: 4 * DAY + 1 });
      await invitations.record({ ...event, visitor: '13', control: true, at: 4 * DAY + 2 });
      await invitations.record({ ...event, ruleId: 'other', at: 5 * DAY });
      const all = await invitations.events(counterId, 'r', 0, 9 * DAY);
      expect(all.map((one) => [one.kind, one.visitor, one.control, Math.floor(one.at / DAY)])).toEqual([
        ['shown', '12', false, 3],
        ['shown', '12', false, 4],
        ['seen', '12', false, 4],
        ['shown', '13', true, 4],
      ]);
      expect(await invitations.events(counterId, 'r', 4 * DAY, 4 * DAY + 1)).toEqual([
        { ...event, at: 4 * DAY },
      ]);
      expect(await invitations.lastShown(counterId, '12')).toEqual(
        new Map([
          ['r', 4 * DAY],
          ['other', 5 * DAY],
        ]),
      );
      expect(await invitations.lastShown(counterId, '14')).toEqual(new Map());
    });

    it('[C47, C48] remembers operators who are away or connected, as they were last', async () => {
      const { operators } = fixture;
      const ann = { accountId: "ann's", away: true, connected: false };
      const bob = { accountId: 'bob', away: false, connected: true };
      const cat = { accountId: 'cat', away: true, connected: true };
      const dan = { accountId: 'dan', away: false, connected: false };
      await operators.save([]);
      await operators.save([cat, ann, dan, bob]);
      expect(await operators.remembered()).toEqual([ann, bob, cat]);
      await operators.save([
        { ...ann, away: false },
        { ...dan, connected: true },
      ]);
      await operators.save([{ ...cat, away: false }]);
      expect(await operators.remembered()).toEqual([
        bob,
        { ...cat, away: false },
        { ...dan, connected: true },
      ]);
    });

    it('[C27] stores the events of a step with it, and says which of them are new', async () => {
      const { chat } = fixture;
      const person = await chat.createPerson(newPerson(counterId), 'hash');
      const conversation = newConversation(person);
      const events = ['Jivo_Chat_requested', 'Jivo_Chat_established'].map((name) =>
        newGoal(conversation, name),
      );
      const step = { conversation, opened: true, messages: [newMessage('Hi')], goal: null };
      expect((await chat.write({ ...step, events: events.slice(0, 1) })).events).toEqual(events.slice(0, 1));
      const later = { ...step, opened: false, messages: [newMessage('Hi?')], events };
      expect((await chat.write(later)).events).toEqual(events.slice(1));
      expect((await chat.write(later)).events).toEqual([]);
      expect((await chat.write({ ...later, messages: [] })).events).toEqual([]);
      expect(await chat.goals.due(0, 1_000, 'one')).toEqual(expect.arrayContaining(events));
      await chat.goals.done(events.map(({ id }) => id));
    });

    it('knows the files that no message holds', async () => {
      const { files, chat } = fixture;
      const file: FileRecord = {
        id: `${counterId}-a`,
        counterId,
        personId: null,
        name: 'a "b".png',
        type: 'image/png',
        bytes: 12,
        createdAt: 1_000 + counterId,
      };
      const sent = { ...file, id: `${counterId}-b`, personId: 'p' };
      await files.add(file);
      await files.add(sent);
      expect(await files.get(sent.id)).toEqual(sent);
      expect(await files.get('none')).toBeNull();

      const person = await chat.createPerson(newPerson(counterId), 'hash');
      const { id, name, type, bytes } = sent;
      await chat.write({
        conversation: newConversation(person),
        opened: true,
        messages: [newMessage('', { file: { id, name, type, bytes } })],
        goal: null,
      });
      const unused = async (before: number) =>
        (await files.unused(before, 99)).filter((one) => one.counterId === counterId);
      expect(await unused(file.createdAt)).toEqual([]);
      expect(await unused(file.createdAt + 1)).toEqual([file]);
      expect(await files.removeUnused(sent.id)).toBe(false);

      const held = { ...file, id: `${counterId}-c` };
      await files.add(held);
      await files.hold(counterId, []);
      await files.hold(counterId + 1, [held.id]);
      expect(await unused(file.createdAt + 1)).toEqual([file, held]);
      await files.hold(counterId, [held.id, 'none']);
      expect(await unused(file.createdAt + 1)).toEqual([file]);
      expect(await files.removeUnused(held.id)).toBe(false);
      expect(await files.removeUnused(file.id)).toBe(true);
      expect(await files.removeUnused(file.id)).toBe(false);
      expect(await files.get(sent.id)).toEqual(sent);
    });

    it('knows which deliveries are due, and remembers the others for a while', async () => {
      const { deliveries } = fixture;
      const delivery: Delivery = {
        id: `${counterId}-1`,
        counterId,
        url: 'https://crm.example/hook',
        event: 'chat_accepted',
        payload: '{"a":"<b>"}',
        status: 'waiting',
        attempts: 0,
        nextAt: 100,
        lastAnswer: '',
        createdAt: 50,
      };
      const second = { ...delivery, id: `${counterId}-2`, nextAt: 90, createdAt: 51 };
      await deliveries.add(delivery);
      await deliveries.add(second);
      const due = async (now: number) =>
        (await deliveries.due(now, 99, 'one'))
          .filter((one) => one.counterId === counterId)
          .map((one) => one.id);
      expect(await due(89)).toEqual([]);
      expect(await due(100)).toEqual([second.id, delivery.id]);
      expect(await deliveries.due(100, 1, 'one')).toMatchObject([{ id: second.id }]);
      expect(await deliveries.due(100, 99, 'one', [delivery.url, 'https://other.example/'])).toEqual([]);
      expect(await deliveries.due(100, 99, 'one', ['https://other.example/'])).toHaveLength(2);
      expect(await deliveries.due(100, 99, 'one', [], [counterId])).toEqual([]);
      expect(await deliveries.due(100, 99, 'one', [], [counterId + 1])).toHaveLength(2);
      const done = { ...second, status: 'delivered', attempts: 1, lastAnswer: '200 OK' } as const;
      await deliveries.update(done);
      expect(await due(100)).toEqual([delivery.id]);
      expect(await deliveries.recent(counterId, 9)).toEqual([done, delivery]);
      expect(await deliveries.recent(counterId, 1)).toEqual([done]);
      expect(await deliveries.get(counterId, delivery.id)).toEqual(delivery);
      expect(await deliveries.get(1, delivery.id)).toBeNull();
      expect(await deliveries.prune(51)).toBe(0);
      expect(await deliveries.prune(1_000)).toBe(1);
      expect(await deliveries.recent(counterId, 9)).toEqual([delivery]);
      await deliveries.update({ ...delivery, status: 'failed' });
      await deliveries.prune(1_000);
    });
  });
}
