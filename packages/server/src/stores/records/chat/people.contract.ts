/** What every `ChatStore` keeps of people. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatPerson, ChatStore } from '../../../chat/port.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import type { ChatFixture } from './chat-store.contract.ts';
import { newPerson, STANDING } from './test-chat.ts';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function registerPeopleContract(make: () => Promise<ChatFixture>): void {
  describe('people of the chat', () => {
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

    it('keeps a person as given, and finds them by the hash of their secret on their counter', async () => {
      const given = newPerson(counterId, {
        contact: { name: '<b>Zoë</b>', email: 'z@example.com' },
        custom: [{ title: 'Plan', content: 'gold' }],
        attributes: { plan: "o'gold", orders: 7.5 },
        userToken: 'token',
        blocked: true,
        invitation: STANDING,
      });
      const made = await chat.createPerson(given, hashOf('other'));
      expect(made).toEqual({ ...given, number: 2 });
      expect(await chat.personBySecret(counterId, hashOf('other'))).toEqual(made);
      expect(await chat.person(made.id)).toEqual(made);
      expect(await chat.personBySecret(counterId, hashOf('none'))).toBeNull();
      expect(await chat.personBySecret(await counter(), hashOf('other'))).toBeNull();
      expect(await chat.person('nobody')).toBeNull();
    });

    it('numbers the people of each counter from 1, without a gap, also when many come at once', async () => {
      const many = await Promise.all(
        Array.from({ length: 12 }, (_, n) => chat.createPerson(newPerson(counterId), hashOf(`${n}`))),
      );
      expect(many.map((one) => one.number).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 12 }, (_, n) => n + 2),
      );
      expect(await chat.createPerson(newPerson(await counter()), hashOf('s'))).toMatchObject({ number: 1 });
      expect((await fixture.counters.get(counterId))?.revision).toBe(1);
    });

    it('changes of a person only what is given', async () => {
      const standing = { id: 'i', ruleId: 'r', variant: 0, text: 'Hi', author: '', at: 5, tapped: true };
      expect(await chat.updatePerson(person.id, { contact: { phone: '1' }, invitation: standing })).toEqual({
        ...person,
        contact: { phone: '1' },
        invitation: standing,
      });
      expect(await chat.updatePerson(person.id, { blocked: true, visitor: '9' })).toMatchObject({
        blocked: true,
        visitor: '9',
        invitation: standing,
      });
      const both = { attributes: { orders: 2 }, invitation: null };
      expect(await chat.updatePerson(person.id, both)).toMatchObject(both);
      expect(await chat.updatePerson(person.id, {})).toMatchObject({ contact: { phone: '1' } });
      expect(await chat.updatePerson('nobody', { blocked: true })).toBeNull();
    });
  });
}
