import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_LENGTH } from '@goalpost/contract/chat';
import { CHAT_GOALS } from '../records.ts';
import { SILENCE_MS } from './step.ts';
import { ANN, BOB, content, play, STANDING, VISITOR } from './test-conversation.ts';

const FILE = { id: 'f', name: 'boots.png', type: 'image/png', bytes: 10 };
const effectTypes = (one: ReturnType<typeof play>) => one.effects.map(({ type }) => type);

describe('a conversation', () => {
  it('[C1] numbers its messages from 1, without gaps, notes included [C8]', () => {
    const one = play();
    one.visitorWrites('Hello', { invitation: STANDING });
    one.operatorWrites('Hello');
    one.do({ type: 'note', by: BOB, content: content('Careful') });
    one.visitorWrites('So?');
    expect(one.messages.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'invitation'],
      [2, 'visitor'],
      [3, 'operator'],
      [4, 'note'],
      [5, 'visitor'],
    ]);
  });

  it('[C5] is the one that is open; writing after it was closed opens a new one', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.visitorWrites('Hello?');
    expect(one.opened).toHaveLength(1);
    one.do({ type: 'close' });
    one.visitorWrites('Again');
    expect(one.opened).toHaveLength(2);
    expect(one.state).toMatchObject({ state: 'open', lastSeq: 1 });
  });

  it('[C6] is closed by an operator', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.now += 5;
    one.do({ type: 'close' });
    expect(one.state).toMatchObject({ state: 'closed', closedAt: one.now, waitingSince: null });
    expect(effectTypes(one).slice(-2)).toEqual(['closed', 'happening']);
  });

  it.each([
    ['a day without a message', SILENCE_MS, 'closed'],
    ['a moment less', SILENCE_MS - 1, 'open'],
  ] as const)('[C6] after %s it is %s', (_name, silence, state) => {
    const one = play();
    one.visitorWrites('Hello');
    one.now += silence;
    one.do({ type: 'time_passes' });
    expect(one.state?.state).toBe(state);
  });

  it('[C6] is marked offline where it was begun while nobody was there, and waits like the others', () => {
    const one = play();
    one.visitorWrites('Call me', { online: false });
    expect(one.state).toMatchObject({ offline: true, state: 'open', waitingSince: one.now });
    expect(one.effects).toContainEqual({ type: 'happening', event: 'offline_message' });
  });

  it('[C9] is assigned to the operator who answers first', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.operatorWrites('Hello', ANN);
    one.operatorWrites('Me too', BOB);
    expect(one.state?.assignedTo).toEqual(ANN);
    expect(one.effects.filter(({ type }) => type === 'accepted')).toEqual([{ type: 'accepted', by: ANN }]);
  });

  it.each([
    ['taken over', { by: BOB, to: BOB, department: null }, 'Bob took over the conversation'],
    ['handed over', { by: ANN, to: BOB, department: null }, 'Ann handed the conversation over to Bob'],
    [
      'handed to a department',
      { by: ANN, to: null, department: { id: 'sales', name: 'Sales' } },
      'Ann handed the conversation over to the department Sales',
    ],
  ])('[C9] %s, it says so in a system message', (_name, assigning, text) => {
    const one = play();
    one.visitorWrites('Hello');
    one.operatorWrites('Hello', ANN);
    one.do({ type: 'assign', ...assigning });
    expect(one.messages.at(-1)).toMatchObject({ kind: 'system', text, seq: 3 });
    expect(one.state).toMatchObject({
      assignedTo: assigning.to,
      department: assigning.department?.id ?? null,
    });
  });

  it('[C46] is of the department that its first message asked for, until an operator moves it', () => {
    const one = play();
    one.visitorWrites('Hello', { department: 'sales', online: false });
    expect(one.state).toMatchObject({ department: 'sales', offline: true, goal: CHAT_GOALS.offline });
    one.visitorWrites('Hello?', { department: 'repairs' });
    expect(one.state?.department).toBe('sales');
    one.operatorWrites('Hello', ANN);
    one.do({ type: 'assign', by: ANN, to: null, department: { id: 'repairs', name: 'Repairs' } });
    expect(one.state).toMatchObject({ department: 'repairs', assignedTo: null });
    one.do({ type: 'close' });
    one.visitorWrites('Hello again');
    expect(one.state?.department).toBeNull();
  });

  it('[C9] says so in the visitor’s language', () => {
    const one = play();
    const visitor = { ...VISITOR, context: { ...VISITOR.context, language: 'ru-RU' } };
    one.do({
      type: 'visitor_writes',
      visitor,
      content: content('Привет'),
      invitation: null,
      department: null,
      online: true,
    });
    one.operatorWrites('Здравствуйте', ANN);
    one.do({ type: 'assign', by: ANN, to: BOB, department: null });
    expect(one.messages.at(-1)?.text).toBe('Ann: диалог передан оператору Bob');
  });

  it('[C9] assigned from nobody is no transfer: no message, but somebody is there', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.do({ type: 'assign', by: ANN, to: BOB, department: null });
    expect(one.messages).toHaveLength(1);
    expect(one.effects).toContainEqual({ type: 'accepted', by: BOB });
  });

  it.each([
    ['too long', 'x'.repeat(MAX_MESSAGE_LENGTH + 1), null, 'too_long'],
    ['as long as may be', 'x'.repeat(MAX_MESSAGE_LENGTH), null, null],
    ['nothing but space', ' \n ', null, 'malformed'],
    ['nothing but a file', '', FILE, null],
  ])('[C10] a message that is %s', (_name, text, file, refusal) => {
    for (const command of [
      { type: 'operator_writes', by: ANN, content: content(text, { file }) },
      {
        type: 'visitor_writes',
        visitor: VISITOR,
        content: content(text, { file }),
        invitation: null,
        department: null,
        online: true,
      },
    ] as const) {
      const one = play();
      one.visitorWrites('Hello');
      expect(one.do(command).refusal).toBe(refusal);
      expect(one.messages).toHaveLength(refusal === null ? 2 : 1);
    }
  });

  it('knows since when somebody waits, until an answer comes', () => {
    const one = play();
    one.visitorWrites('Hello');
    const since = one.now;
    one.now += 1_000;
    one.visitorWrites('Hello?');
    one.do({ type: 'note', by: ANN, content: content('Who takes this?') });
    expect(one.state?.waitingSince).toBe(since);
    one.operatorWrites('Yes?');
    expect(one.state?.waitingSince).toBeNull();
  });

  it('shows its latest message in lists, and never a note', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.do({ type: 'note', by: ANN, content: content('A difficult one') });
    expect(one.state?.lastText).toBe('Hello');
    one.do({ type: 'operator_writes', by: ANN, content: content('', { file: FILE }) });
    expect(one.state?.lastText).toBe('boots.png');
  });

  it('is read up to a number that grows and never passes the last', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.visitorWrites('Hello?');
    expect(one.state?.readByOperator).toBe(0);
    one.do({ type: 'operator_read', by: ANN, seq: 99 });
    expect(one.state?.readByOperator).toBe(2);
    one.do({ type: 'operator_read', by: BOB, seq: 1 });
    expect(one.state?.readByOperator).toBe(2);
    expect(one.state?.readByVisitor).toBe(2);
  });

  it.each(['operator_writes', 'assign', 'close'] as const)('takes no %s once it is closed', (type) => {
    const one = play();
    one.visitorWrites('Hello');
    one.do({ type: 'close' });
    const commands = {
      operator_writes: { type: 'operator_writes', by: ANN, content: content('Late') },
      assign: { type: 'assign', by: ANN, to: BOB, department: null },
      close: { type: 'close' },
    } as const;
    expect(one.do(commands[type])).toEqual({ write: null, effects: [], refusal: 'closed' });
  });

  it('is rated, tagged and noted also when it is closed', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.do({ type: 'close' });
    one.do({ type: 'rate', rating: 5, comment: 'Quick' });
    one.do({ type: 'tags', tags: ['boots', 'boots', 'red'] });
    one.do({ type: 'note', by: ANN, content: content('Nice') });
    expect(one.state).toMatchObject({
      state: 'closed',
      rating: 5,
      ratingComment: 'Quick',
      tags: ['boots', 'red'],
      lastSeq: 2,
    });
  });

  it('that is not there is not found', () => {
    expect(play().operatorWrites('Hello').refusal).toBe('not_found');
    expect(play().do({ type: 'close' }).refusal).toBe('not_found');
  });

  it('[C21] is opened by an operator’s invitation, and joined by it where it is open', () => {
    const one = play();
    one.invite('Hello');
    expect(one.state).toMatchObject({ openedBy: 'operator', assignedTo: ANN, decided: false });
    one.invite('Still there?', BOB);
    expect(one.opened).toHaveLength(1);
    expect(one.messages.map(({ kind, author }) => [kind, author])).toEqual([
      ['operator', 'Ann'],
      ['operator', 'Bob'],
    ]);
  });
});
