/** An automatic goal: the first event of its kind makes it, and counts. */
import { addImport, addRow, addToList, hasRow, holding } from '../lib/lists.mjs';

const FOLDER = 'packages/server/src/goals/automatic';
/** Goals that vendors make themselves stand there. */
const VENDORS = 'docs/vendors.md';
const HEADING = '## Automatic goals';
const SPEC = 'docs/spec/goals.md';
const CATALOGUE = 'packages/server/src/goals/catalogue.ts';

export const automaticGoal = {
  id: 'automatic-goal',
  taken: (name, tree) =>
    holding(tree, FOLDER, `'${name}'`) ||
    (hasRow(tree.read(SPEC), HEADING, name) ? SPEC : undefined) ||
    (tree.read(VENDORS).includes(`\`${name}\``) ? VENDORS : undefined),
  plan: ({ name, identifier, title }) => ({
    files: {
      [`${FOLDER}/${name}.ts`]: `/** The automatic goal \`${name}\`: the page reports an event of this identifier. */
import { eventEntry } from './entry.ts';

export const ${identifier} = eventEntry('${name}', {
  en: 'Auto-goal: ${lowered(title)}',
  ru: 'Автоцель: ${lowered(title)}',
});
`,
      [`${FOLDER}/${name}.test.ts`]: `/** The event \`${name}\` makes its goal, once. */
import { expect, it } from 'vitest';
import { automaticEntriesFor } from '../automatic-entry.ts';
import { testGoal } from '../test-goal.ts';
import { ${identifier} } from './${name}.ts';

it('[G9] [G12] is made by the first event, and not again', () => {
  const event = { kind: 'event', identifier: '${name}' } as const;
  expect(automaticEntriesFor(event, { autogoals: true, goals: [] })).toEqual([${identifier}]);
  const made = testGoal({ source: 'auto', autoEntry: '${name}' });
  expect(automaticEntriesFor(event, { autogoals: true, goals: [made] })).toEqual([]);
});
`,
    },
    edits: {
      [CATALOGUE]: [
        addImport(identifier, `./automatic/${name}.ts`),
        addToList('export const CATALOGUE: readonly CatalogueEntry[] = [', identifier),
      ],
      [SPEC]: [addRow(HEADING, `| \`${name}\` | event: the page reports it | G9 |`)],
    },
    appears: `The first reachGoal of '${name}' makes the goal, on counters with automatic goals on.`,
  }),
};

const lowered = (title) => title.charAt(0).toLowerCase() + title.slice(1);
