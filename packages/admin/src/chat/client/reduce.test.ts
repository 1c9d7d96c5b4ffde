import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeTo, merged } from './message-log.ts';
import { reduce, type DeskEvent } from './reduce.ts';
import { EMPTY_DESK, personKey, type DeskState, type Outgoing } from './state.ts';
import { conversation, message, person, welcome } from './test-client.ts';
import { waitingFor } from './unread.ts';

const after = (...events: DeskEvent[]): DeskState => events.reduce(reduce, EMPTY_DESK);

const outgoing = (key: string): Outgoing => ({
  key,
  kind: 'message',
  conversationId: 'c1',
  text: 'hi',
  file: null,
  at: 1,
  refused: null,
});

describe('a log', () => {
  it('[C1, C2] has each message once, in order, however the messages come', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 })), (batches) => {
        const log = batches.reduce<ReturnType<typeof merged>>(
          (known, seqs) =>
            merged(
              known,
              seqs.map((seq) => message(seq)),
            ),
          [],
        );
        const seqs = log.map(({ seq }) => seq);
        expect(seqs).toEqual([...new Set(batches.flat())].toSorted((a, b) => a - b));
      }),
    );
  });

  it('[C7] knows up to where nothing is missing', () => {
    expect(completeTo([])).toBe(0);
    expect(completeTo([message(1), message(2), message(4)])).toBe(2);
    expect(completeTo([message(3)])).toBe(0);
  });

  it('takes messages only of conversations that are held', () => {
    const state = after({ type: 'message', message: message(1) });
    expect(state.logs.size).toBe(0);
    const held = after({ type: 'held', conversationId: 'c1' }, { type: 'message', message: message(1) });
    expect(held.logs.get('c1')).toEqual([message(1)]);
  });
});

describe('what is sent', () => {
  it('[C2] stands in the outbox until it is stored, and then once in the log', () => {
    const stored = message(1, { kind: 'operator', key: 'own-key-1' });
    const state = after(
      { type: 'held', conversationId: 'c1' },
      { type: 'queued', outgoing: outgoing('own-key-1') },
      { type: 'stored', key: 'own-key-1', message: stored },
      { type: 'history', conversationId: 'c1', messages: [stored] },
    );
    expect(state.outbox).toEqual([]);
    expect(state.logs.get('c1')).toEqual([stored]);
  });

  it('leaves the outbox also when its confirmation was lost and only the history tells of it', () => {
    const state = after(
      { type: 'held', conversationId: 'c1' },
      { type: 'queued', outgoing: outgoing('own-key-1') },
      { type: 'history', conversationId: 'c1', messages: [message(1, { key: 'own-key-1' })] },
    );
    expect(state.outbox).toEqual([]);
  });

  it('keeps a refused message, with the reason, until it is tried again or dropped', () => {
    const state = after(
      { type: 'queued', outgoing: outgoing('own-key-1') },
      { type: 'refused', reason: 'closed', key: 'own-key-1' },
    );
    expect(state.outbox[0]?.refused).toBe('closed');
    expect(reduce(state, { type: 'dropped', key: 'own-key-1' }).outbox).toEqual([]);
  });

  it('tells apart refusals that belong to no message', () => {
    const state = after(
      { type: 'refused', reason: 'denied', key: null },
      { type: 'refused', reason: 'denied', key: null },
    );
    expect(state.refusal).toEqual({ reason: 'denied', n: 2 });
  });

  it('[C21] tells what became of an invitation', () => {
    const invitation = {
      key: 'invite-1',
      counterId: 1,
      visitor: '100',
      text: 'hi',
      outcome: { kind: 'waiting' },
    } as const;
    const state = after({ type: 'inviting', invitation });
    const sent = reduce(state, { type: 'stored', key: 'invite-1', message: message(1) });
    expect(sent.invitations.get('invite-1')?.outcome).toEqual({ kind: 'stored', conversationId: 'c1' });
    const refused = reduce(state, { type: 'refused', reason: 'not_found', key: 'invite-1' });
    expect(refused.invitations.get('invite-1')?.outcome).toEqual({ kind: 'refused', reason: 'not_found' });
  });
});

describe('coming back', () => {
  it('forgets open conversations that are not named any more, and keeps closed ones and logs', () => {
    const state = after(
      welcome({ conversations: [conversation({ id: 'gone' })] }),
      { type: 'listed', conversations: [conversation({ id: 'closed', state: 'closed' })] },
      { type: 'held', conversationId: 'c1' },
      { type: 'message', message: message(1) },
      welcome({ conversations: [conversation({ id: 'c1', lastSeq: 3 })] }),
    );
    expect([...state.conversations.keys()].toSorted()).toEqual(['c1', 'closed']);
    expect(state.logs.get('c1')).toHaveLength(1);
  });

  it('does not let an older list take back what the socket said', () => {
    const state = after(
      { type: 'conversation', conversation: conversation({ lastSeq: 5, lastText: 'new' }) },
      { type: 'listed', conversations: [conversation({ lastSeq: 4, lastText: 'old' })] },
    );
    expect(state.conversations.get('c1')?.lastText).toBe('new');
  });
});

describe('people', () => {
  const there = welcome({ people: [person('1'), person('2')] });

  it('[C40] come, change and leave by counter', () => {
    const state = after(there, {
      type: 'people',
      counterId: 1,
      changed: [person('2', { pages: 2 }), person('3')],
      left: ['1'],
    });
    expect([...state.people.keys()]).toEqual([personKey(1, '2'), personKey(1, '3')]);
    const other = reduce(state, { type: 'people', counterId: 2, changed: [], left: ['2'] });
    expect(other.people.size).toBe(2);
  });

  it('leave a trail of the pages they were on', () => {
    const page = (url: string) => person('2', { url, title: url });
    const move = (url: string): DeskEvent => ({
      type: 'people',
      counterId: 1,
      changed: [page(url)],
      left: [],
    });
    const state = after(there, move('/a'), move('/a'), move('/b'));
    expect(state.trails.get(personKey(1, '2'))?.map(({ url }) => url)).toEqual([
      'https://shop.example/',
      '/a',
    ]);
    const left = reduce(state, { type: 'people', counterId: 1, changed: [], left: ['2'] });
    expect(left.trails.size).toBe(0);
  });
});

it('shows typing until the message comes', () => {
  const typing = after({ type: 'typing', conversationId: 'c1', text: 'hel' });
  expect(typing.typing.get('c1')).toBe('hel');
  expect(reduce(typing, { type: 'message', message: message(1, { kind: 'operator' }) }).typing.size).toBe(1);
  expect(reduce(typing, { type: 'message', message: message(1) }).typing.size).toBe(0);
});

it('[C90] counts the people who wait for the operator or for anybody', () => {
  const state = after(
    welcome({
      conversations: [
        conversation({ id: 'free', waitingSince: 1, unread: 3 }),
        conversation({ id: 'mine', calledAt: 2, assignedTo: { id: 'me', name: 'Olga' } }),
        conversation({ id: 'other', waitingSince: 4, assignedTo: { id: 'you', name: 'Ivan' } }),
        conversation({ id: 'blocked', waitingSince: 8, blocked: true }),
        conversation({ id: 'closed', waitingSince: 16, state: 'closed' }),
      ],
    }),
  );
  expect(waitingFor(state)).toBe(2);
});

it('passes over what a later server says', () => {
  const event = { type: 'weather', sunny: true } as unknown as DeskEvent;
  expect(reduce(EMPTY_DESK, event)).toBe(EMPTY_DESK);
});
