/** A chat or lead widget of another vendor: one declaration, by which it is seen, heard and described. */
import { addImport, addToList } from '../lib/lists.mjs';

const FOLDER = 'packages/contract/src/vendors';
const DOCUMENT = 'docs/vendors.md';
/** A row at the end of the table that begins so. */
const addToTable = (head, row) => (text, path) => {
  const start = text.indexOf(head);
  const end = text.indexOf('\n\n', start);
  return start === -1 || end === -1
    ? { refused: `${path} has no table that begins "${head}".` }
    : `${text.slice(0, end)}\n${row}${text.slice(end)}`;
};

const prefixOf = (identifier) => identifier.charAt(0).toUpperCase() + identifier.slice(1);

const CHECKED = new Date().toISOString().slice(0, 7);

export const vendor = {
  id: 'vendor',
  plan: ({ name, identifier, title }) => ({
    files: {
      [`${FOLDER}/declared/${name}.ts`]: `/** ${title}: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const ${identifier}: Vendor = {
  id: '${name}',
  name: '${title}',
  prefix: '${prefixOf(identifier)}',
  seen: { globals: ['${identifier}'], scripts: ['${name}.example/'] },
  listens: [
    {
      by: 'window',
      rows: [
        ['${name}:opened', 'opened'],
        ['${name}:message-sent', 'visitor'],
        ['${name}:message-received', 'agent'],
      ],
    },
  ],
  sure: 'unconfirmed',
  checked: '${CHECKED}',
};
`,
      [`${FOLDER}/declared/${name}.test.ts`]: `/** What the events of ${title} can tell. */
import { expect, it } from 'vitest';
import { tellings } from '../vendor.ts';
import { ${identifier} } from './${name}.ts';

it('tells who began a conversation', () => {
  expect(tellings(${identifier})).toEqual({ started: 'event', invited: 'either', opened: 'event' });
});
`,
    },
    edits: {
      [DOCUMENT]: [
        addToTable(
          '| Vendor | customer',
          `| ${title} | yes | either |  |  | yes |  |  |  |  |  |  | not confirmed | ${CHECKED} |`,
        ),
        addToTable(
          '| Vendor | Prefix',
          `| ${title} | \`${prefixOf(identifier)}\` | \`${identifier}\`, \`${name}.example/\` |`,
        ),
      ],
      [`${FOLDER}/index.ts`]: [
        addImport(identifier, `./declared/${name}.ts`),
        addToList('export const VENDORS: readonly Vendor[] = [', identifier),
      ],
    },
    appears:
      'Its goals make themselves where its widget is on the page; npm run vendors renews docs/vendors.md.',
  }),
};
