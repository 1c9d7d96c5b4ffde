/** What every `ChatStore` keeps of how far each operator has read, and of whom a conversation calls. */
import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import type { ChatFixture } from './chat-store.contract.ts';
import { newConversation, newMessage, newPerson } from './test-chat.ts';

export function registerMarksContract(make: () => Promise<ChatFixture>): void {
  describe('what operators have read', () => {
    it('[C90, C91] keeps a mark for each operator, and calls whom the latest step names', async () => {
      const fixture = await make();
      const { chat } = fixture;
      const made = await fixture.counters.create('ann', null, SETTINGS, 1);
      if (made === 'taken') throw new Error('taken');
      const hash = createHash('sha256').update(randomUUID()).digest('hex');
      const person = await chat.createPerson(newPerson(made.id), hash);
      const first = { messages: [newMessage('first')], goal: null };
      const { conversation } = await chat.write({
        conversation: newConversation(person),
        opened: true,
        ...first,
      });
      const step = { conversation, opened: false, messages: [], goal: null };
      const marks = async (accountId: string | null = null) =>
        (await chat.marks([conversation.id], accountId))
          .map((mark) => `${mark.accountId || 'everyone'} ${mark.seq} ${mark.calledAt ?? '-'}`)
          .toSorted();
      await chat.write({ ...step, reads: [{ accountId: 'ann', seq: 9 }] });
      await chat.write({ ...step, calls: { accountIds: ['ann', 'bob'], at: 5 } });
      expect(await marks()).toEqual(['ann 1 5', 'bob 0 5']);
      await chat.write({ ...step, reads: [{ accountId: 'ann', seq: 0 }] });
      expect(await marks()).toEqual(['ann 1 -', 'bob 0 5']);
      await chat.write({ ...step, messages: [newMessage('moved', { kind: 'system' })] });
      expect(await marks('ann')).toEqual(['ann 2 -']);
      const answered = [{ accountId: '', seq: 2 }];
      await chat.write({ ...step, reads: answered, calls: { accountIds: ['cat'], at: 6 } });
      expect(await marks()).toEqual(['ann 2 -', 'bob 0 -', 'cat 0 6', 'everyone 2 -']);
      expect(await marks('cat')).toEqual(['cat 0 6', 'everyone 2 -']);
      expect(await chat.marks([], null)).toEqual([]);
      await fixture.close();
    });
  });
}
