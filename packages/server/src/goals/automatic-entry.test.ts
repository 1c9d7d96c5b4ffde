import type { Condition } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { automaticEntriesFor } from './automatic-entry.ts';
import { BEHAVIOURS } from './automatic/behaviours.ts';
import { CHAT_ENTRIES } from './automatic/chat.ts';
import type { CatalogueEntry } from './automatic/entry.ts';
import { CATALOGUE, displayName, storedName } from './catalogue.ts';
import { compileGoals, NO_MEMORY } from './compile.ts';
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
  return automaticEntriesFor({ kind: 'event', identifier }, { autogoals, goals })[0]?.id ?? null;
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
    '[G9] [G42] [G44] the goal of its entry, which it reaches: %s',
    (id, { examples, type, conditions }) => {
      const made = (fact: GoalFact) =>
        automaticEntriesFor(fact, { autogoals: true, goals: [] }).map((entry) => entry.id);
      expect(examples.yes.map(made)).toEqual(examples.yes.map(() => [id]));
      expect(examples.no.flatMap(made)).not.toContain(id);
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
    expect(automaticEntriesFor({ kind: 'view', url: OPENED }, { autogoals: true, goals: [] })).toEqual([]);
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

describe('what visitors do on any site', () => {
  const link = (url: string): GoalFact => ({ kind: 'link', url, page: 'https://shop.example/' });
  const deed = (kind: 'form' | 'button' | 'contact', url: string): GoalFact => ({
    kind,
    url,
    page: 'https://shop.example/',
  });
  const search: GoalFact = { kind: 'view', url: 'https://shop.example/?q=boots' };
  const FACTS: readonly (readonly [string, GoalFact])[] = [
    ['phone', link('tel:+74951234567')],
    ['email', link('mailto:info@shop.example')],
    ['messenger', link('https://wa.me/74951234567')],
    ['social', link('https://vk.com/shop')],
    ['file', { kind: 'download', url: 'https://shop.example/price.pdf', page: 'https://shop.example/' }],
    ['search', search],
    ['form', deed('form', 'form://shop.example/?i=lead')],
    ['button', deed('button', 'btn://shop.example/?t=Buy')],
    ['contact_data', deed('contact', 'contact://shop.example/?k=email&s=0')],
    ['contact_data_sent', deed('contact', 'contact://shop.example/?k=email&s=1')],
    ['payment_system', { kind: 'view', url: 'https://shop.example/', referrer: 'https://yookassa.ru/' }],
  ];
  const made = (fact: GoalFact, goals: readonly GoalDefinition[] = []): readonly string[] =>
    automaticEntriesFor(fact, { autogoals: true, goals }).map(({ id }) => id);

  it('[G42] each has a fact that makes it', () => {
    expect(FACTS.map(([id]) => id).toSorted()).toEqual(BEHAVIOURS.map(({ id }) => id).toSorted());
  });

  it.each(FACTS)('[G42] makes the goal, and that goal counts it: %s', (id, fact) => {
    expect(made(fact)).toEqual([id]);
    const [{ type, conditions }] = BEHAVIOURS.filter((entry) => entry.id === id) as [CatalogueEntry];
    const goal = testGoal({ type, conditions, source: 'auto', autoEntry: id });
    expect(compileGoals([goal]).match(fact, 0, NO_MEMORY).reached).toEqual([goal]);
    expect(made(fact, [testGoal({ type, conditions })])).toEqual([]);
    expect(made(fact, [{ ...goal, status: 'Deleted' }])).toEqual([]);
  });

  it('[G42] one hit makes all the goals that it is for', () => {
    expect(made({ ...search, referrer: 'https://www.paypal.com/' } as GoalFact)).toEqual([
      'search',
      'payment_system',
    ]);
  });

  it.each<[string, GoalFact]>([
    ['a link to another site', link('https://else.example/')],
    ['a page', { kind: 'view', url: 'https://shop.example/' }],
    ['a button that leads to a phone', deed('button', 'btn://shop.example/?h=tel%3A1')],
  ])('makes nothing of %s', (_, fact) => {
    expect(made(fact)).toEqual([]);
  });

  it('[G11] a narrower goal of the owner does not stand in the way', () => {
    const narrow = testGoal({ type: 'phone', conditions: [exactly('112')] });
    expect(made(link('tel:112'), [narrow])).toEqual(['phone']);
    const steps = testGoal({ type: 'step', conditions: [], steps: [] });
    expect(made(link('tel:112'), [steps])).toEqual(['phone']);
  });
});
