import { describe, expect, it } from 'vitest';
import { goalOf, standingIn, type GoalFacts } from './goal-of.ts';
import { play, STANDING } from './test-conversation.ts';

const standing = { tapped: false };
const tapped = { tapped: true };

describe('the goal of a conversation', () => {
  it.each<[rule: string, facts: GoalFacts, goal: string | null]>([
    ['[C23]', { openedBy: null, invitation: null, online: true }, 'Jivo_Client_initiate_chat'],
    ['[C22]', { openedBy: null, invitation: standing, online: true }, 'Jivo_Proactive_invitation_accepted'],
    [
      '[C21]',
      { openedBy: 'operator', invitation: null, online: true },
      'Jivo_Client_answer_on_agent_request',
    ],
    [
      '[C21]',
      { openedBy: 'operator', invitation: standing, online: true },
      'Jivo_Client_answer_on_agent_request',
    ],
    [
      '[C21]',
      { openedBy: 'operator', invitation: tapped, online: true },
      'Jivo_Client_answer_on_agent_request',
    ],
    ['[C25]', { openedBy: null, invitation: tapped, online: true }, null],
    ['[C24]', { openedBy: null, invitation: null, online: false }, 'Jivo_Offline_message_sent'],
    ['[C24]', { openedBy: null, invitation: standing, online: false }, 'Jivo_Offline_message_sent'],
    ['[C24]', { openedBy: null, invitation: tapped, online: false }, 'Jivo_Offline_message_sent'],
    ['[C24]', { openedBy: 'operator', invitation: null, online: false }, 'Jivo_Offline_message_sent'],
  ])('%s %o is %s', (_rule, facts, goal) => {
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
    expect(one.messages.map(({ kind }) => kind)).toEqual(['visitor', 'visitor']);
  });
});

describe('a standing invitation', () => {
  const MINUTE = 60_000;
  it.each<[name: string, shownAt: number, activeAt: number, now: number, stands: boolean]>([
    ['in the visit that it was shown in', 0, 0, 30 * MINUTE, true],
    ['when the visit has ended by silence', 0, 0, 30 * MINUTE + 1, false],
    ['when the visitor went on to other pages', 0, 20 * MINUTE, 45 * MINUTE, true],
  ])('[C22] %s: shown at %i, active at %i, now %i → %s', (_name, at, activeAt, now, stands) => {
    const invitation = { ...STANDING, at };
    expect(standingIn(invitation, activeAt, now, 1_800)).toEqual(stands ? invitation : null);
  });
  it('is none where there is none', () => {
    expect(standingIn(null, 0, 0, 1_800)).toBeNull();
    expect(standingIn(undefined, 0, 0, 1_800)).toBeNull();
  });
});
