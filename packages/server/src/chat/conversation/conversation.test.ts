import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command } from './command.ts';
import { ANN, BOB, content, play, STANDING, VISITOR } from './test-conversation.ts';

const operator = fc.constantFrom(ANN, BOB);
const anything: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ invited: fc.boolean(), tapped: fc.boolean(), online: fc.boolean() })
      .map(({ invited, tapped, online }): Command => ({
        type: 'visitor_writes',
        visitor: VISITOR,
        content: content('v'),
        invitation: invited ? { ...STANDING, tapped } : null,
        department: null,
        online,
      })),
  },
  {
    weight: 3,
    arbitrary: operator.map((by): Command => ({ type: 'operator_writes', by, content: content('o') })),
  },
  operator.map((by): Command => ({ type: 'note', by, content: content('n') })),
  operator.map((by): Command => ({ type: 'invite', by, visitor: VISITOR, content: content('i') })),
  fc
    .tuple(operator, fc.option(operator))
    .map(([by, to]): Command => ({ type: 'assign', by, to, department: null })),
  fc.nat(20).map((seq): Command => ({ type: 'visitor_read', seq })),
  fc.nat(20).map((seq): Command => ({ type: 'operator_read', by: { id: 'ann', name: 'Ann' }, seq })),
  fc.constant<Command>({ type: 'close' }),
  fc.constant<Command>({ type: 'time_passes' }),
);

it('[C1, C5, C20] whatever happens: numbers without gaps, and at most one goal for each conversation', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anything, fc.nat(30 * 3_600_000)), { maxLength: 40 }), (story) => {
      const one = play();
      for (const [command, later] of story) {
        one.now += later;
        const before = one.state;
        const { write, refusal } = one.do(command);
        // What is closed stays closed: only another conversation opens.
        if (before?.state === 'closed' && one.state?.id === before.id) expect(one.state.state).toBe('closed');
        if (refusal !== null) expect(write).toBeNull();
        const state = one.state;
        if (state === null) continue;
        expect(one.messages.map(({ seq }) => seq)).toEqual(one.messages.map((_, index) => index + 1));
        expect(state.lastSeq).toBe(one.messages.length);
        expect(state.decided).toBe(one.messages.some(({ kind }) => kind === 'visitor'));
        expect(state.readByOperator).toBeLessThanOrEqual(state.lastSeq);
        expect(state.readByVisitor).toBeLessThanOrEqual(state.lastSeq);
        expect(state.waitingSince === null || state.state === 'open').toBe(true);
      }
      const ofConversation = one.goals.map(({ id }) => id.split(':')[0]);
      expect(new Set(ofConversation).size).toBe(ofConversation.length);
    }),
    { numRuns: 500 },
  );
});
