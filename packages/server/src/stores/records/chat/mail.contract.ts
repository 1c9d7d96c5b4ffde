/** What every store of the chat's letters must do. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore, ConversationRecord, MailRecord, MailStore, NewMessage } from '../../../chat/port.ts';
import type { CounterStore } from '../../../counters/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import { newConversation, newMessage, newPerson } from './test-chat.ts';

export interface ChatMailFixture {
  readonly counters: CounterStore;
  readonly chat: ChatStore;
  readonly mails: MailStore;
  close(): Promise<void>;
}

const HOUR = 3_600_000;
const NOW = 100 * HOUR;

export function registerChatMailContract(make: () => Promise<ChatMailFixture>): void {
  describe("the chat's letters", () => {
    let fixture: ChatMailFixture;
    let mails: MailStore;
    let counterId: number;
    beforeAll(async () => {
      fixture = await make();
      ({ mails } = fixture);
    });
    beforeEach(async () => {
      const made = await fixture.counters.create('ann', null, SETTINGS, 1);
      if (made === 'taken') throw new Error('taken');
      counterId = made.id;
    });
    afterAll(() => fixture.close());

    let people = 0;
    async function talk(
      changes: Partial<ConversationRecord>,
      messages: readonly Partial<NewMessage>[],
      contact: { email?: string } = { email: "o'hara@shop.example" },
    ): Promise<ConversationRecord> {
      people++;
      const person = await fixture.chat.createPerson(newPerson(counterId, { contact }), `hash-${people}`);
      const step = {
        conversation: newConversation(person, { decided: true, lastMessageAt: NOW, ...changes }),
        opened: true,
        messages: messages.map((message) => newMessage('x', { at: NOW, ...message })),
        goal: null,
      };
      return (await fixture.chat.write(step)).conversation;
    }
    const letter = (about: ConversationRecord, changes: Partial<MailRecord> = {}): MailRecord => ({
      id: `${about.id}:${changes.kind ?? 'answer'}:${changes.afterSeq ?? 0}`,
      counterId,
      conversationId: about.id,
      personId: about.personId,
      kind: 'answer',
      afterSeq: 0,
      uptoSeq: null,
      recipient: '',
      status: 'waiting',
      attempts: 0,
      nextAt: 100,
      lastAnswer: '',
      createdAt: 50,
      handedAt: null,
      ...changes,
    });
    const ours = <T extends { readonly counterId: number }>(all: readonly T[]): T[] =>
      all.filter((one) => one.counterId === counterId);
    const unread = async (since = NOW - HOUR, after = '', limit = 999) =>
      ours(await mails.unreadAnswers(since, after, limit));
    const waiting = async () => ours(await mails.waitingVisitors(NOW - HOUR, '', 999));

    it('keeps a letter once, as it was last, and gives it when its time comes', async () => {
      const about = await talk({}, [{}]);
      const first = letter(about);
      const second = letter(about, { kind: 'team', nextAt: 90 });
      expect(await mails.add(first)).toBe(true);
      expect(await mails.add(second)).toBe(true);
      expect(await mails.add({ ...first, nextAt: 1 })).toBe(false);
      const due = async (now: number) => ours(await mails.due(now, 99, 'one'));
      expect(await due(89)).toEqual([]);
      expect(await due(100)).toEqual([second, first]);
      const handed: MailRecord = {
        ...second,
        status: 'handed',
        uptoSeq: 3,
        recipient: 'team@shop.example',
        attempts: 1,
        lastAnswer: "it's <b>",
        handedAt: 95,
      };
      await mails.update(handed);
      expect(await due(100)).toEqual([first]);
      expect(ours(await mails.handed(NOW, 'one'))).toEqual([handed]);
      await mails.update({ ...handed, status: 'sent' });
      expect(ours(await mails.handed(NOW, 'one'))).toEqual([]);
      await mails.update({ ...first, nextAt: 200 });
      expect(await due(199)).toEqual([]);
      expect(await due(200)).toMatchObject([{ id: first.id }]);
    });

    it('finds the answers that visitors have not read and no letter holds', async () => {
      const about = await talk({ readByVisitor: 2 }, [
        { kind: 'visitor' },
        { kind: 'operator' },
        { kind: 'note' },
        { kind: 'operator', at: NOW + 5 },
        { kind: 'operator', at: NOW + 7 },
        { kind: 'system', at: NOW + 9 },
      ]);
      const found = {
        conversationId: about.id,
        counterId,
        personId: about.personId,
        mailedSeq: 0,
        mailedAt: null,
        firstAt: NOW + 5,
        lastSeq: 5,
        offline: false,
        department: null,
        readByOperator: 0,
      };
      expect(await unread()).toEqual([found]);
      expect(await unread(NOW + 6)).toEqual([]);

      const mail = letter(about, { createdAt: NOW });
      await mails.add(mail);
      expect(await unread()).toEqual([]);
      await mails.update({ ...mail, status: 'handed', uptoSeq: 4, handedAt: NOW + 6 });
      expect(await unread()).toEqual([]);
      await mails.update({ ...mail, status: 'unsure', uptoSeq: 4, handedAt: NOW + 6 });
      const rest = { ...found, mailedSeq: 4, mailedAt: NOW + 6, firstAt: NOW + 7 };
      expect(await unread()).toEqual([rest]);
      await mails.add(letter(about, { kind: 'team', uptoSeq: 9, status: 'sent', handedAt: NOW + 8 }));
      expect(await unread()).toEqual([rest]);
      await mails.add(letter(about, { afterSeq: 4, uptoSeq: 5, status: 'dropped' }));
      expect(await unread()).toEqual([]);
    });

    it('looks for no answers to people without an address, who never wrote, who read all, or long ago', async () => {
      const answered: Partial<NewMessage>[] = [{ kind: 'visitor' }, { kind: 'operator' }];
      await talk({}, answered, {});
      await talk({}, answered, { email: '' });
      await talk({ decided: false }, [{ kind: 'operator' }]);
      await talk({ readByVisitor: 2 }, answered);
      await talk({}, [{ kind: 'visitor' }, { kind: 'note' }, { kind: 'system' }, { kind: 'invitation' }]);
      await talk({ lastMessageAt: NOW - 2 * HOUR }, [{ kind: 'operator', at: NOW - 2 * HOUR }]);
      expect(await unread()).toEqual([]);
      const closed = await talk({ state: 'closed', closedAt: NOW }, answered);
      expect(await unread()).toMatchObject([{ conversationId: closed.id }]);
    });

    it('gives them in pages', async () => {
      const answered: Partial<NewMessage>[] = [{ kind: 'visitor' }, { kind: 'operator' }];
      const made = [await talk({}, answered), await talk({}, answered), await talk({}, answered)];
      const ids = made.map(({ id }) => id).toSorted();
      const all = await mails.unreadAnswers(NOW - HOUR, '', 999);
      const at = all.findIndex(({ conversationId }) => conversationId === ids[0]);
      expect(await mails.unreadAnswers(NOW - HOUR, '', at + 1)).toEqual(all.slice(0, at + 1));
      expect((await unread(NOW - HOUR, ids[0])).map((one) => one.conversationId)).toEqual(ids.slice(1));
    });

    it('finds visitors who wait for an answer to what no letter holds', async () => {
      const about = await talk({ waitingSince: NOW, offline: true, department: 'sales', readByOperator: 1 }, [
        { kind: 'visitor', at: NOW + 1 },
        { kind: 'visitor', at: NOW + 2 },
        { kind: 'note', at: NOW + 3 },
      ]);
      await talk({ waitingSince: null }, [{}]);
      await talk({ waitingSince: NOW, state: 'closed' }, [{}]);
      const found = {
        conversationId: about.id,
        mailedSeq: 0,
        mailedAt: null,
        firstAt: NOW + 1,
        lastSeq: 2,
        offline: true,
        department: 'sales',
        readByOperator: 1,
      };
      expect(await waiting()).toMatchObject([found]);
      await mails.add(letter(about, { kind: 'team', uptoSeq: 1, status: 'refused', handedAt: NOW + 4 }));
      expect(await waiting()).toMatchObject([{ mailedSeq: 1, mailedAt: NOW + 4, firstAt: NOW + 2 }]);
      await mails.add(letter(about, { kind: 'team', afterSeq: 1 }));
      expect(await waiting()).toEqual([]);
    });

    it('counts what was handed over, by counter, kind, person and address', async () => {
      const about = await talk({}, [{}]);
      const other = await talk({}, [{}]);
      const sent = { status: 'sent', handedAt: NOW, recipient: 'a@shop.example' } as const;
      await mails.add(letter(about, { ...sent }));
      await mails.add(letter(about, { ...sent, afterSeq: 1, handedAt: NOW - 1 }));
      await mails.add(letter(other, { ...sent, recipient: 'b@shop.example' }));
      await mails.add(letter(other, { kind: 'team', ...sent }));
      await mails.add(letter(other, { afterSeq: 9 }));
      const count = (where: Partial<Parameters<MailStore['count']>[0]>) =>
        mails.count({ kind: 'answer', counterId, since: NOW, ...where });
      expect(await count({})).toBe(2);
      expect(await count({ since: NOW - 1 })).toBe(3);
      expect(await count({ kind: 'team' })).toBe(1);
      expect(await count({ counterId: 1 })).toBe(0);
      expect(await count({ since: 0, personId: about.personId })).toBe(2);
      expect(await count({ since: 0, recipient: 'b@shop.example' })).toBe(1);
    });

    it('forgets old ones that wait for nothing', async () => {
      const about = await talk({}, [{}]);
      const old = letter(about, { status: 'sent', createdAt: -9 });
      await mails.add(old);
      await mails.add(letter(about, { kind: 'team', createdAt: -9 }));
      expect(await mails.prune(-9)).toBe(0);
      expect(await mails.prune(-8)).toBe(1);
      expect(await mails.add(old)).toBe(true);
      expect(await mails.prune(-8)).toBe(1);
      expect(ours(await mails.due(NOW, 99, 'one'))).toMatchObject([{ kind: 'team' }]);
    });
  });
}
