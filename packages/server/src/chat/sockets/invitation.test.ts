import { beforeEach, describe, expect, it } from 'vitest';
import { RULE, startTestChat, type TestChat } from '../test-chat.ts';
import {
  arrive,
  attend,
  closeForGood,
  exchange,
  type TestOperator,
  type TestVisitor,
} from '../test-people.ts';

const ACCEPTED = 'Jivo_Proactive_invitation_accepted';
const INITIATED = 'Jivo_Client_initiate_chat';

let test: TestChat;
let ann: TestOperator;
beforeEach(async () => {
  test = await startTestChat();
  ann = await attend(test);
});

const goals = () =>
  [...test.store.all.goals.values()]
    .map(({ event }) => event)
    .filter((event) => !event.endsWith('_requested'));

async function invitation(visitor: TestVisitor, event: string, ruleId: string | null = RULE): Promise<void> {
  visitor.frame({ type: 'invitation', event, ruleId, text: 'Can I help?' });
  await exchange(visitor);
}

let keys = 0;
async function writes(visitor: TestVisitor): Promise<void> {
  keys++;
  visitor.write(`key-${String(keys).padStart(6, '0')}`, 'Hello');
  await exchange(visitor, ann);
}

async function closes(visitor: TestVisitor): Promise<void> {
  ann.frame({ type: 'close', conversationId: visitor.conversationId });
  await exchange(ann, visitor);
}

describe('an invitation', () => {
  it('[C22, C44] that is answered is credited to its rule, in the words of the rule', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await invitation(visitor, 'seen');
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED]);
    expect(test.desk).toEqual(['shown', 'seen', 'accepted']);
    const [first] = visitor.memory.messages(visitor.conversationId ?? '');
    expect(first).toMatchObject({ kind: 'invitation', text: 'Free shipping today', author: 'Ann' });
    expect(ann.conversations.get(visitor.conversationId ?? '')).toMatchObject({ openedBy: 'invitation' });
  });

  it('[C22, C28] is answered once: the next conversation is the visitor’s own', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await writes(visitor);
    await closes(visitor);
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED, INITIATED]);
  });

  it('[C22] is answered once, also when the server ended before it had noted that', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    const [person] = test.store.all.people.values();
    await writes(visitor);
    await test.store.updatePerson(person?.id ?? '', { invitation: person?.invitation ?? null });
    await closes(visitor);
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED, INITIATED]);
  });

  it('[C29] that is shown again after it was answered may be answered again', async () => {
    const visitor = await arrive(test);
    for (let time = 0; time < 2; time++) {
      await invitation(visitor, 'shown');
      await writes(visitor);
      await closes(visitor);
    }
    expect(goals()).toEqual([ACCEPTED, ACCEPTED]);
  });

  it('[C29] that is closed has been answered', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await invitation(visitor, 'closed');
    await writes(visitor);
    expect(goals()).toEqual([INITIATED]);
    expect(test.desk).toEqual(['shown', 'closed']);
  });

  it('[C29] takes the place of an older one', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await invitation(visitor, 'shown', null);
    await writes(visitor);
    const [first] = visitor.memory.messages(visitor.conversationId ?? '');
    expect(first).toMatchObject({ kind: 'invitation', text: 'Can I help?' });
    expect(test.desk).toEqual(['shown']);
  });

  it.each([
    ['within the visit', 29 * 60_000, ACCEPTED],
    ['after the visit’s silence', 31 * 60_000, INITIATED],
  ])('[C22] that is answered %s', async (_name, later, goal) => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    test.pass(later);
    await writes(visitor);
    expect(goals()).toEqual([goal]);
  });

  it('[C22] stands on the next page, and through the server’s end', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    visitor.disconnect();
    await test.restart();
    ann.connect();
    visitor.connect();
    await exchange(ann, visitor);
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED]);
  });

  it('[C24] that is answered while nobody is there is an offline message', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await closeForGood(test, ann);
    await writes(visitor);
    expect(goals()).toEqual(['Jivo_Offline_message_sent']);
    expect(test.desk).toEqual(['shown']);
  });

  it('[C43] of the control group is noted and stands for nothing', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'held');
    await writes(visitor);
    expect([goals(), test.desk]).toEqual([[INITIATED], ['held']]);
  });

  it('of a rule that is none is refused', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown', 'no-such-rule');
    await writes(visitor);
    expect(visitor.refused).toEqual(['not_found']);
    expect(goals()).toEqual([INITIATED]);
  });
});

describe('a tap on a phone [C25]', () => {
  it('is the goal, once, and the answer is none', async () => {
    const visitor = await arrive(test, { phone: true });
    await invitation(visitor, 'shown');
    for (let time = 0; time < 3; time++) await invitation(visitor, 'tapped');
    expect(visitor.events).toEqual([ACCEPTED]);
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED]);
    expect(test.desk).toEqual(['shown', 'accepted']);
  });

  it('is the goal again for another invitation', async () => {
    const visitor = await arrive(test, { phone: true });
    for (let time = 0; time < 2; time++) {
      await invitation(visitor, 'shown');
      await invitation(visitor, 'tapped');
      await writes(visitor);
      await closes(visitor);
    }
    expect(goals()).toEqual([ACCEPTED, ACCEPTED]);
  });

  it('means nothing on a desktop, or where no invitation stands', async () => {
    const desktop = await arrive(test);
    await invitation(desktop, 'shown');
    await invitation(desktop, 'tapped');
    const phone = await arrive(test, { phone: true });
    await invitation(phone, 'tapped');
    expect(goals()).toEqual([]);
  });
});
