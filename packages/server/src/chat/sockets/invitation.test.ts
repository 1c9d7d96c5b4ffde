import { beforeEach, describe, expect, it } from 'vitest';
import { CHAT_GOALS } from '../records.ts';
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
const ANSWERED = 'Jivo_Client_answer_on_agent_request';

let test: TestChat;
let ann: TestOperator;
beforeEach(async () => {
  test = await startTestChat();
  ann = await attend(test);
});

const goals = () =>
  [...test.store.all.goals.values()]
    .map(({ event }) => event)
    .filter((event) => Object.values<string>(CHAT_GOALS).includes(event));

async function invitation(
  visitor: TestVisitor,
  event: string,
  ruleId: string | null = RULE,
  text = 'Can I help?',
): Promise<void> {
  visitor.frame({ type: 'invitation', event, ruleId, text });
  await exchange(visitor);
}

let keys = 0;
async function writes(visitor: TestVisitor): Promise<void> {
  keys++;
  visitor.write(`key-${String(keys).padStart(6, '0')}`, 'Hello');
  await exchange(visitor, ann);
}

async function invites(visitor: TestVisitor, text: string): Promise<void> {
  ann.invite('key-of-the-invite', visitor.visitor, text);
  await exchange(ann, visitor);
}

const saidTo = (visitor: TestVisitor) =>
  visitor.memory.messages(visitor.conversationId ?? '').map(({ kind, text }) => [kind, text]);

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

  it('[C29] that is closed is off the screen, and answered all the same', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await invitation(visitor, 'closed');
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED]);
    expect(test.desk).toEqual(['shown', 'closed', 'accepted']);
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

  it('[C24] that is answered in the offline form is an offline message', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await closeForGood(test, ann);
    visitor.frame({ type: 'offline', key: 'key-of-the-form', text: 'Hello', contact: {}, department: null });
    await exchange(visitor);
    expect(goals()).toEqual(['Jivo_Offline_message_sent']);
    expect(test.desk).toEqual(['shown']);
  });

  it.each([
    ['an invitation', false, ACCEPTED],
    ['an operator', true, ANSWERED],
  ])(
    '[C24] %s that is answered in the composer is answered, also while nobody is there',
    async (_name, byHand, goal) => {
      const visitor = await arrive(test);
      if (byHand) await invites(visitor, 'Can I help you?');
      else await invitation(visitor, 'shown');
      await closeForGood(test, ann);
      await writes(visitor);
      expect(goals()).toEqual([goal]);
    },
  );

  it.each([
    ['that is on the screen', true, ACCEPTED, ['invitation', 'visitor']],
    ['that was closed', false, INITIATED, ['visitor']],
  ])('[C81] %s is answered 40 idle minutes later', async (_name, standing, goal, kinds) => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    if (!standing) await invitation(visitor, 'closed');
    test.pass(40 * 60_000);
    visitor.frame({ type: 'message', key: 'key-40-minutes', text: 'Yes', fileId: null, standing });
    await exchange(visitor);
    expect(goals()).toEqual([goal]);
    expect(saidTo(visitor).map(([kind]) => kind)).toEqual(kinds);
  });

  it.each([true, false])('[C81] put away after 40 idle minutes is answered; phone: %s', async (phone) => {
    const visitor = await arrive(test, { phone });
    await invitation(visitor, 'shown');
    test.pass(40 * 60_000);
    await invitation(visitor, 'closed');
    test.pass(60_000);
    if (phone) await invitation(visitor, 'tapped');
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED]);
  });

  it('[C83] stands before the operator’s words on both sides, in the order of time', async () => {
    const visitor = await arrive(test);
    await invitation(visitor, 'shown');
    await invites(visitor, 'Can I help you?');
    await writes(visitor);
    const said = [
      ['invitation', 'Free shipping today'],
      ['operator', 'Can I help you?'],
      ['visitor', 'Hello'],
    ];
    expect(saidTo(visitor)).toEqual(said);
    expect(ann.memory.messages(visitor.conversationId ?? '').map(({ kind, text }) => [kind, text])).toEqual(
      said,
    );
    expect(goals()).toEqual([ANSWERED]);
  });

  it('[C83] in an open conversation stands where it was shown', async () => {
    const visitor = await arrive(test);
    await writes(visitor);
    await invitation(visitor, 'shown');
    ann.write('key-of-ann', visitor.conversationId ?? '', 'Hi');
    await exchange(ann, visitor);
    await writes(visitor);
    expect(saidTo(visitor).map(([kind]) => kind)).toEqual(['visitor', 'invitation', 'operator', 'visitor']);
    expect(goals()).toEqual([INITIATED]);
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

  it('[C25] counts after an invitation that was put away', async () => {
    const visitor = await arrive(test, { phone: true });
    await invitation(visitor, 'shown');
    await invitation(visitor, 'closed');
    await invitation(visitor, 'tapped');
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED]);
  });

  /** Whatever follows on a tap, and comes before it: the conversation makes one goal. */
  const STEPS: Readonly<Record<string, (visitor: TestVisitor) => Promise<void>>> = {
    tap: (visitor) => invitation(visitor, 'tapped'),
    close: (visitor) => invitation(visitor, 'closed'),
    'another invitation': (visitor) => invitation(visitor, 'shown', null),
    'operator invites': (visitor) => invites(visitor, 'Can I help you?'),
    'operator leaves': () => closeForGood(test, ann),
  };
  const orders = Object.keys(STEPS).flatMap((one) =>
    Object.keys(STEPS)
      .filter((other) => other !== one)
      .map((other) => [one, other] as const),
  );
  it.each(orders.filter((order) => order.includes('tap')))(
    '[C82] invitation, %s, %s, answer in the composer: one goal',
    async (...order) => {
      const visitor = await arrive(test, { phone: true });
      await invitation(visitor, 'shown');
      for (const step of order) await STEPS[step]?.(visitor);
      await writes(visitor);
      await writes(visitor);
      expect(goals()).toEqual([ACCEPTED]);
    },
  );

  /** What newer invitations do before anything is written. */
  const NEWER: Readonly<Record<string, (visitor: TestVisitor, text: string) => Promise<void>>> = {
    tap: (visitor) => invitation(visitor, 'tapped'),
    close: (visitor) => invitation(visitor, 'closed'),
    newer: (visitor, text) => invitation(visitor, 'shown', null, text),
  };
  const steps = Object.keys(NEWER);
  const threes = steps.flatMap((one) =>
    steps.flatMap((other) => steps.map((third) => [one, other, third] as const)),
  );
  it.each(threes)('[C82] invitation, tap, %s, %s, %s, answer: one goal', async (...order) => {
    const visitor = await arrive(test, { phone: true });
    await invitation(visitor, 'shown');
    await invitation(visitor, 'tapped');
    for (const [at, step] of order.entries()) await NEWER[step]?.(visitor, `Words ${at}`);
    await writes(visitor);
    expect(goals()).toEqual([ACCEPTED]);
  });

  it('[C82] in a conversation that has made its goal makes none', async () => {
    const visitor = await arrive(test, { phone: true });
    await writes(visitor);
    await invitation(visitor, 'shown');
    await invitation(visitor, 'tapped');
    await writes(visitor);
    expect(goals()).toEqual([INITIATED]);
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
