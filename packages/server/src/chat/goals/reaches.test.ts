import type { RuleForPage } from '@goalpost/contract/chat';
import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTER, OTHER_COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, exchange, type TestVisitor } from '../test-people.ts';

const RULE: RuleForPage = {
  id: 'rule-1',
  priority: 1,
  join: 'all',
  conditions: [],
  frequency: 'visit',
  action: 'message',
  author: '',
  text: 'You have put something in the cart',
  variant: 0,
  control: false,
};

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
  test.rules = [RULE];
});

async function told(visitor: TestVisitor, counterId = COUNTER) {
  const before = visitor.wire?.received.length ?? 0;
  test.chat.reached([{ counterId, visitor: visitor.visitor }]);
  await exchange(visitor);
  return visitor.wire?.received.slice(before).filter(({ type }) => type === 'rules');
}

describe('a goal that a visitor on the site reaches', () => {
  it('[C49] has rules that ask for goals decided anew', async () => {
    const visitor = await arrive(test);
    test.asksForGoals = true;
    expect(await told(visitor)).toEqual([{ type: 'rules', rules: [RULE] }]);
  });

  it('says nothing where no rule asks', async () => {
    expect(await told(await arrive(test))).toEqual([]);
  });

  it('says nothing on another counter, or to who has left', async () => {
    const visitor = await arrive(test);
    test.asksForGoals = true;
    expect(await told(visitor, OTHER_COUNTER)).toEqual([]);
    visitor.disconnect();
    test.chat.reached([{ counterId: COUNTER, visitor: visitor.visitor }]);
    await test.chat.close();
    expect(test.logged).toEqual([]);
  });
});
