import { ChatSettings, type OperatorEvent } from '@goalpost/contract/chat';
import { beforeEach, expect, it } from 'vitest';
import type { Permission } from '../../kit/endpoint.ts';
import { COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, exchange, type TestOperator } from '../test-people.ts';

const DEPARTMENTS = [
  { id: 'sales', name: 'Sales', members: ['sue', 'ann'] },
  { id: 'repairs', name: 'Repairs', members: ['rob'] },
  { id: 'all', name: 'Everyone' },
];

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
  for (const id of ['sue', 'rob']) test.permissions.set(id, new Map<number, Permission>([[COUNTER, 'chat']]));
  const settings = ChatSettings.parse({ enabled: true, departments: DEPARTMENTS });
  await test.chat.settings.save(COUNTER, settings);
});

const heard = ({ wire }: TestOperator): readonly OperatorEvent[] => wire?.received ?? [];
const text = (operator: TestOperator): string => JSON.stringify(heard(operator));

/** Of a visitor who asked for the department. */
async function conversationFor(department: string | null, words: string) {
  const visitor = await arrive(test);
  visitor.frame({ type: 'typing', text: `typing ${words}` });
  visitor.write(crypto.randomUUID(), words, department);
  await exchange(visitor);
  visitor.frame({ type: 'typing', text: `more ${words}` });
  await exchange(visitor);
  await test.tick('people');
  const found = [...test.store.all.conversations.values()].find((one) => one.lastText === words);
  if (found === undefined) throw new Error(`no conversation: ${words}`);
  return { visitor, conversation: found };
}

it('[A46] an operator hears of their own departments, of none, and of nothing else', async () => {
  const [sue, rob, ann] = [await attend(test, 'sue'), await attend(test, 'rob'), await attend(test, 'ann')];
  await conversationFor('repairs', 'a broken kettle');
  await conversationFor(null, 'a question for anybody');
  await conversationFor('all', 'a question for everyone');
  await exchange(sue, rob, ann);
  expect(text(sue)).not.toContain('a broken kettle');
  for (const known of [rob, ann]) expect(text(known)).toContain('a broken kettle');
  for (const wire of [sue, rob, ann])
    for (const words of ['a question for anybody', 'a question for everyone'])
      expect(text(wire)).toContain(words);
  const late = await attend(test, 'sue');
  await exchange(late);
  expect(text(late)).toContain('a question for anybody');
  expect(text(late)).not.toContain('a broken kettle');
});

it('[A46] no frame reaches a conversation of another department', async () => {
  const { conversation, visitor } = await conversationFor('repairs', 'a broken kettle');
  const sue = await attend(test, 'sue');
  const conversationId = conversation.id;
  const key = crypto.randomUUID();
  for (const frame of [
    { type: 'open', conversationId, lastSeq: 0 },
    { type: 'message', conversationId, key, text: 'hello', fileId: null },
    { type: 'note', conversationId, key, text: 'hello' },
    { type: 'typing', conversationId, text: '' },
    { type: 'contact', conversationId, contact: { name: 'Eve' } },
    { type: 'block', conversationId, blocked: true },
    { type: 'read', conversationId, seq: 1 },
    { type: 'assign', conversationId, to: 'sue', department: null },
    { type: 'tags', conversationId, tags: ['x'] },
    { type: 'close', conversationId },
    { type: 'reopen', conversationId },
    { type: 'invite', counterId: COUNTER, visitor: visitor.visitor, key, text: 'hello' },
  ]) {
    const before = heard(sue).length;
    sue.frame(frame as never);
    await exchange(sue);
    const told = heard(sue).slice(before);
    expect([frame.type, told]).toEqual([frame.type, [expect.objectContaining({ reason: 'denied' })]]);
  }
  expect(test.store.all.conversations.get(conversationId)).toEqual(conversation);
});

it('[A46] what is handed to another department is gone; handed to a person by name, it is theirs', async () => {
  const sue = await attend(test, 'sue');
  const ann = await attend(test, 'ann');
  const { conversation } = await conversationFor('sales', 'an offer, please');
  const { id: conversationId } = conversation;
  ann.frame({ type: 'assign', conversationId, to: null, department: 'repairs' });
  await exchange(ann, sue);
  expect(heard(sue).at(-1)).toEqual({ type: 'gone', conversationId });
  expect(heard(ann)).not.toContainEqual({ type: 'gone', conversationId });
  ann.frame({ type: 'assign', conversationId, to: 'sue', department: 'repairs' });
  await exchange(ann, sue);
  sue.frame({ type: 'message', conversationId, key: crypto.randomUUID(), text: 'here I am', fileId: null });
  await exchange(sue);
  expect(test.store.all.conversations.get(conversationId)?.lastText).toBe('here I am');
});
