import { describe, expect, it } from 'vitest';
import { goalOf, standingIn, type GoalFacts } from './goal-of.ts';
import { ANN, content, play, STANDING, VISITOR } from './test-conversation.ts';

const standing = { tapped: false };
const tapped = { tapped: true };

describe('the goal of a conversation', () => {
  const STANDING_OR_NOT = { none: null, standing, tapped, credited: { tapped: false, credited: true } };
  const PLACES = ['composer', 'form'] as const;
  type Case = readonly [opened: GoalFacts['openedBy'], invitation: keyof typeof STANDING_OR_NOT];
  const [S5, S6, S7, S8] = [
    'Jivo_Client_initiate_chat',
    'Jivo_Proactive_invitation_accepted',
    'Jivo_Client_answer_on_agent_request',
    'Jivo_Offline_message_sent',
  ] as const;
  /** In the composer and in the form while an operator is online, then the same while none is. */
  const GOALS: readonly (readonly [...Case, ...(string | null)[]])[] = [
    [null, 'none', S5, S5, S8, S8],
    [null, 'standing', S6, S6, S6, S8],
    [null, 'tapped', null, null, null, null],
    [null, 'credited', null, null, null, null],
    ['operator', 'none', S7, S7, S7, S8],
    ['operator', 'standing', S7, S7, S7, S8],
    ['operator', 'tapped', null, null, null, null],
    ['operator', 'credited', null, null, null, null],
  ];
  const cases = GOALS.flatMap(([openedBy, invitation, ...goals]) =>
    [true, false].flatMap((online, half) =>
      PLACES.map((place, index) => ({
        name: `${openedBy ?? 'visitor'}, ${invitation}, ${place}, ${online ? 'online' : 'nobody there'}`,
        facts: { openedBy, invitation: STANDING_OR_NOT[invitation], online, inForm: place === 'form' },
        goal: goals[half * 2 + index],
      })),
    ),
  );
  it.each(cases)('[C21, C22, C23, C24, C82] $name: $goal', ({ facts, goal }) => {
    expect(goalOf(facts)).toBe(goal);
  });

  it('[C20] is decided once, by the first visitor message', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.visitorWrites('Is anybody there?', { invitation: STANDING });
    one.operatorWrites('Yes');
    one.visitorWrites('Good', { online: false });
    expect(one.goals.map(({ event }) => event)).toEqual(['Jivo_Client_initiate_chat']);
    expect(one.state).toMatchObject({ decided: true, goal: 'Jivo_Client_initiate_chat' });
  });

  it('[C21] an invited visitor’s answer, not the operator’s first word, makes the goal', () => {
    const one = play();
    one.invite('Hello there');
    expect(one.goals).toEqual([]);
    expect(one.state).toMatchObject({ decided: false, openedBy: 'operator', goal: null });
    one.operatorWrites('Are you there?');
    one.visitorWrites('Yes');
    expect(one.goals.map(({ event }) => event)).toEqual(['Jivo_Client_answer_on_agent_request']);
  });

  it('[C22] an answered invitation opens the conversation and begins it', () => {
    const one = play();
    one.visitorWrites('Yes', { invitation: STANDING });
    expect(one.messages.map(({ seq, kind, text, author }) => [seq, kind, text, author])).toEqual([
      [1, 'invitation', 'Can I help?', 'Ann'],
      [2, 'visitor', 'Yes', ''],
    ]);
    expect(one.state).toMatchObject({
      openedBy: 'invitation',
      invitation: { ruleId: 'rule', variant: 1, text: 'Can I help?' },
    });
    expect(one.effects).toContainEqual({
      type: 'invitation_answered',
      invitation: STANDING,
      accepted: true,
    });
  });

  it('[C25] a tap that was reported leaves nothing for the answer to report', () => {
    const one = play();
    const invitation = { ...STANDING, tapped: true };
    one.visitorWrites('Yes', { invitation });
    expect(one.goals).toEqual([]);
    expect(one.state).toMatchObject({ decided: true, goal: null });
    expect(one.effects).toContainEqual({ type: 'invitation_answered', invitation, accepted: false });
    one.visitorWrites('Hello?');
    expect(one.goals).toEqual([]);
  });

  it('[C26] has an id made of conversation and event, the page and the moment', () => {
    const one = play();
    one.visitorWrites('Hello');
    expect(one.goals).toEqual([
      {
        id: `${one.state?.id}:Jivo_Client_initiate_chat`,
        counterId: 100_001,
        visitor: '17000000001',
        event: 'Jivo_Client_initiate_chat',
        context: one.state?.context,
        at: 1_000_000,
      },
    ]);
  });

  it('[C28] of a closed conversation’s successor is decided anew', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.do({ type: 'close' });
    one.visitorWrites('Hello again', { online: false });
    expect(one.opened).toHaveLength(2);
    expect(one.goals.map(({ event }) => event)).toEqual([
      'Jivo_Client_initiate_chat',
      'Jivo_Offline_message_sent',
    ]);
    expect(new Set(one.goals.map(({ id }) => id)).size).toBe(2);
  });

  it('[C29] an invitation has its answer when the visitor writes, also into a conversation that is open', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.visitorWrites('And?', { invitation: STANDING });
    expect(one.effects).toContainEqual({
      type: 'invitation_answered',
      invitation: STANDING,
      accepted: false,
    });
    expect(one.messages.map(({ kind }) => kind)).toEqual(['visitor', 'invitation', 'visitor']);
  });
});

describe('what the visitor was invited with [C83]', () => {
  const kinds = (one: ReturnType<typeof play>) => one.messages.map(({ kind, text }) => [kind, text]);

  it('stands before the operator’s first word, and once', () => {
    const one = play();
    one.do({ type: 'invite', by: ANN, visitor: VISITOR, content: content('Hello'), invitation: STANDING });
    one.visitorWrites('Yes', { invitation: { ...STANDING, isInLog: true } });
    expect(kinds(one)).toEqual([
      ['invitation', 'Can I help?'],
      ['operator', 'Hello'],
      ['visitor', 'Yes'],
    ]);
    expect(one.state).toMatchObject({ openedBy: 'operator', readByOperator: 2 });
    expect(one.goals.map(({ event }) => event)).toEqual(['Jivo_Client_answer_on_agent_request']);
  });

  it('stands before whatever an operator says next in an open conversation', () => {
    const one = play();
    one.visitorWrites('Hello');
    one.do({ type: 'operator_writes', by: ANN, content: content('Hi'), invitation: STANDING });
    expect(kinds(one).map(([kind]) => kind)).toEqual(['visitor', 'invitation', 'operator']);
  });
});

describe('a standing invitation', () => {
  const MINUTE = 60_000;
  const scope = { lastActivityAt: 0, now: 0, visitTimeoutSeconds: 1_800, isOnScreen: false };
  it.each<[name: string, activeAt: number, now: number, isOnScreen: boolean, stands: boolean]>([
    ['in the visit that it was shown in', 0, 30 * MINUTE, false, true],
    ['when the visit has ended by silence', 0, 30 * MINUTE + 1, false, false],
    ['when the visit has ended, and it is on the screen still', 0, 40 * MINUTE, true, true],
    ['when the visitor went on to other pages', 20 * MINUTE, 45 * MINUTE, false, true],
  ])(
    '[C22, C81] %s: active at %i, now %i, on the screen %s → %s',
    (_name, lastActivityAt, now, isOnScreen, stands) => {
      const invitation = { ...STANDING, at: 0 };
      expect(standingIn(invitation, { ...scope, lastActivityAt, now, isOnScreen })).toEqual(
        stands ? invitation : null,
      );
    },
  );
  it('is none where there is none', () => {
    expect(standingIn(null, scope)).toBeNull();
    expect(standingIn(undefined, scope)).toBeNull();
  });
});
