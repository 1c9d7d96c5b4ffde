import type { Condition } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { automaticEntryFor } from './automatic-entry.ts';
import { compileGoals, NO_MEMORY } from './compile.ts';
import { CHAT_ENTRIES } from './automatic/chat.ts';
import { CATALOGUE, displayName, storedName } from './catalogue.ts';
import type { GoalDefinition } from './definition.ts';
import type { GoalFact } from './fact.ts';
import { testGoal } from './test-goal.ts';

const OPENED = 'Jivo_Client_initiate_chat';
const exactly = (url: string): Condition => ({ type: 'exact', url });

function entryFor(
  identifier: string,
  goals: readonly GoalDefinition[] = [],
  autogoals = true,
): string | null {
  return automaticEntryFor({ kind: 'event', identifier }, { autogoals, goals })?.id ?? null;
}

describe('the catalogue', () => {
  it('[G10] holds the four chat events under their exact names', () => {
    expect(CHAT_ENTRIES.every((entry) => CATALOGUE.includes(entry))).toBe(true);
    expect(CHAT_ENTRIES.map(({ conditions, names, type }) => [type, conditions, names.en, names.ru])).toEqual(
      [
        [
          'action',
          [exactly(OPENED)],
          'Jivo auto-goal: customer opened chat',
          'Автоцель Jivo: запуск чата клиентом',
        ],
        [
          'action',
          [exactly('Jivo_Proactive_invitation_accepted')],
          'Jivo auto-goal: auto-invite to chat',
          'Автоцель Jivo: автоприглашение в чат',
        ],
        [
          'action',
          [exactly('Jivo_Client_answer_on_agent_request')],
          'Jivo auto-goal: manual invitation to chat',
          'Автоцель Jivo: ручное приглашение в чат',
        ],
        [
          'action',
          [exactly('Jivo_Offline_message_sent')],
          'Jivo auto-goal: offline message',
          'Автоцель Jivo: офлайн-сообщение',
        ],
      ],
    );
  });

  it('names a goal in a language while it has the name it was made with', () => {
    const goal = { name: 'Jivo auto-goal: offline message', autoEntry: 'Jivo_Offline_message_sent' };
    expect(displayName(goal, 'ru')).toBe('Автоцель Jivo: офлайн-сообщение');
    expect(displayName(goal, 'en')).toBe(goal.name);
    expect(displayName({ ...goal, name: 'Messages' }, 'ru')).toBe('Messages');
    expect(displayName({ ...goal, autoEntry: null }, 'ru')).toBe(goal.name);
    expect(displayName({ ...goal, autoEntry: 'gone' }, 'ru')).toBe(goal.name);
  });

  it('takes its own name in any language for the one it was made with', () => {
    expect(storedName('Автоцель Jivo: офлайн-сообщение', 'Jivo_Offline_message_sent')).toBe(
      'Jivo auto-goal: offline message',
    );
    expect(storedName('Сообщения', 'Jivo_Offline_message_sent')).toBe('Сообщения');
    expect(storedName('Автоцель Jivo: офлайн-сообщение', null)).toBe('Автоцель Jivo: офлайн-сообщение');
  });
});

describe('what an event makes by itself', () => {
  it.each(CATALOGUE.map((entry) => [entry.id, entry] as const))(
    '[G9] the goal of its entry, which it reaches: %s',
    (id, { examples, type, conditions }) => {
      const made = (fact: GoalFact) => automaticEntryFor(fact, { autogoals: true, goals: [] })?.id;
      expect(examples.yes.map(made)).toEqual(examples.yes.map(() => id));
      expect(examples.no.map(made)).not.toContain(id);
      const goal = compileGoals([testGoal({ type, conditions })]);
      const reached = (fact: GoalFact) => goal.match(fact, 1, NO_MEMORY).reached.length;
      expect(examples.yes.map(reached)).toEqual(examples.yes.map(() => 1));
    },
  );

  it.each([['jivo_client_initiate_chat'], ['Jivo_Client_initiate_chat '], ['Jivo_Chat_established'], ['']])(
    '[G9] nothing where the catalogue has no such event: %j',
    (identifier) => {
      expect(entryFor(identifier)).toBeNull();
    },
  );

  it('[G9] nothing by a page view', () => {
    expect(automaticEntryFor({ kind: 'view', url: OPENED }, { autogoals: true, goals: [] })).toBeNull();
  });

  it('[G9] [G15] nothing while the switch is off', () => {
    expect(entryFor(OPENED, [], false)).toBeNull();
  });

  it('[G11] nothing where a goal with exactly the same condition stands', () => {
    expect(entryFor(OPENED, [testGoal({ conditions: [exactly(OPENED)] })])).toBeNull();
  });

  it.each<[string, Partial<GoalDefinition>]>([
    ['is deleted', { conditions: [exactly(OPENED)], status: 'Deleted' }],
    ['has another operator', { conditions: [{ type: 'contain', url: OPENED }] }],
    ['has another type', { type: 'url', conditions: [exactly(OPENED)] }],
    ['has a second condition', { conditions: [exactly(OPENED), exactly('other')] }],
    ['has another value', { conditions: [exactly('Jivo_Offline_message_sent')] }],
  ])('[G11] the goal, where the other goal %s', (_, changes) => {
    expect(entryFor(OPENED, [testGoal(changes)])).toBe(OPENED);
  });

  it.each<[string, Partial<GoalDefinition>]>([
    ['stands', {}],
    ['is deleted', { status: 'Deleted' }],
    ['is edited to another condition', { conditions: [exactly('other')] }],
  ])('[G12] nothing where the goal of the entry %s', (_, changes) => {
    const made = testGoal({ source: 'auto', autoEntry: OPENED, conditions: [exactly(OPENED)], ...changes });
    expect(entryFor(OPENED, [made])).toBeNull();
  });
});
