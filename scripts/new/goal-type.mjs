/** A goal type: a descriptor for the API and the form, and a matcher with examples. */
import { addImport, addRow, addToList } from '../lib/lists.mjs';

const DESCRIPTORS = 'packages/contract/src/goals/types';
const MATCHERS = 'packages/server/src/goals/types';
const TEXTS = 'packages/admin/src/i18n';

export const goalType = {
  id: 'goal-type',
  /** Types of the field's own API have their words apart by `_`. */
  taken: (name, tree) =>
    [`${DESCRIPTORS}/${name.replaceAll('-', '_')}.ts`].find(
      (path) => path.includes('_') && tree.exists(path),
    ),
  plan: ({ name, identifier, title }) => ({
    files: {
      [`${DESCRIPTORS}/${name}.ts`]: `/** Goal type \`${name}\`: a followed link, known by its address. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const ${identifier} = {
  id: '${name}',
  icon: 'click',
  group: 'clicks',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['exact', 'contain'],
      first: 'contain',
      min: 1,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
    },
  ],
  facts: ['link'],
} as const satisfies GoalTypeDescriptor;
`,
      [`${MATCHERS}/${name}.ts`]: `/** Goal type \`${name}\`: a followed link, known by its address. */
import { anyOf } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

const link = (url: string): GoalFact => ({ kind: 'link', url, page: 'https://shop.example/' });

export const ${identifier} = defineGoalType({
  id: '${name}',
  compile: ({ conditions }) =>
    anyOf(
      conditions.map(({ type, url }) => ({ fact }) => {
        if (fact.kind !== 'link') return false;
        return type === 'exact' ? fact.url === url : fact.url.includes(url);
      }),
    ),
  identifiers: () => null,
  examples: [
    {
      goal: { conditions: [{ type: 'exact', url: 'https://other.example/' }], steps: [] },
      yes: [link('https://other.example/')],
      no: [link('https://other.example/cart'), { kind: 'view', url: 'https://other.example/' }],
    },
    {
      goal: { conditions: [{ type: 'contain', url: 'other.example' }], steps: [] },
      yes: [link('https://other.example/cart')],
      no: [link('https://shop.example/'), { kind: 'other' }],
    },
  ],
});
`,
      [`${MATCHERS}/${name}.test.ts`]: `/** The goal type \`${name}\`, as a goal of the owner's own. */
import { expect, it } from 'vitest';
import { compileGoals, NO_MEMORY } from '../compile.ts';
import { testGoal } from '../test-goal.ts';

it('is reached by one of several conditions', () => {
  const conditions = [
    { type: 'exact', url: 'https://one.example/' },
    { type: 'contain', url: 'two.example' },
  ] as const;
  const goals = compileGoals([testGoal({ type: '${name}', conditions })]);
  const reached = (url: string) =>
    goals.match({ kind: 'link', url, page: 'https://shop.example/' }, 1, NO_MEMORY).reached.length;
  expect(['https://one.example/', 'https://two.example/a', 'https://three.example/'].map(reached)).toEqual([
    1, 1, 0,
  ]);
});
`,
    },
    edits: {
      [`${DESCRIPTORS}/index.ts`]: [
        addImport(identifier, `./${name}.ts`),
        addToList('export const GOAL_DESCRIPTORS = [', identifier),
      ],
      'packages/server/src/goals/registry.ts': [
        addImport(identifier, `./types/${name}.ts`),
        addToList(
          'export const GOAL_TYPES: Readonly<Record<GoalTypeId, GoalType>> = {',
          identifier === name ? identifier : `'${name}': ${identifier}`,
          { key: name },
        ),
      ],
      [`${TEXTS}/en/goal-types.ts`]: [addToList('  goalTypes: {', texts(name, title, EN), { key: name })],
      [`${TEXTS}/ru/goal-types.ts`]: [addToList('  goalTypes: {', texts(name, title, RU), { key: name })],
      'docs/spec/goals.md': [
        addRow('## Types', `| \`${name}\` | \`conditions\` | a followed link | G3, G34 |`),
      ],
    },
    appears: 'It is offered in the form of a new goal, and taken by the API.',
  }),
};

const texts = (name, title, words) => `'${name}': {
  name: '${title}',
  text: '${words.text}',
  condition: '${words.condition}',
  hint: '${words.hint}',
  words: { exact: '${words.exact}', contain: '${words.contain}', start: '${words.start}', regexp: '${words.regexp}' },
}`;

const EN = {
  text: 'A visitor follows a link to a certain address.',
  condition: 'Address of the link',
  hint: 'Full address or a part of it, such as other.example',
  exact: 'Link is',
  contain: 'Link contains',
  start: 'Link starts with',
  regexp: 'Link fits',
};
const RU = {
  text: 'Посетитель переходит по ссылке на определённый адрес.',
  condition: 'Адрес ссылки',
  hint: 'Полный адрес или его часть, например other.example',
  exact: 'Ссылка совпадает с',
  contain: 'Ссылка содержит',
  start: 'Ссылка начинается с',
  regexp: 'Ссылка подходит под',
};
