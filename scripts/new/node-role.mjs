/** A role of a node: a list of parts that a process opens, the first of them new. */
import { addImport, addToList } from '../lib/lists.mjs';

const PARTS = 'packages/server/src/boot/parts';
const ROLES = 'packages/server/src/boot/roles.ts';

export const nodeRole = {
  id: 'node-role',
  plan: ({ name, identifier, title }) => ({
    files: {
      [`${PARTS}/${name}.ts`]: `/** The part \`${name}\`, which the role of this name opens at the start and closes at the end. */
import type { Part } from '../part.ts';

export interface ${upper(identifier)} {
  /** When it was opened. */
  readonly since: number;
}

export const ${identifier}: Part<${upper(identifier)}> = {
  name: '${title.toLowerCase()}',
  open({ clock, log }) {
    log.info({ role: '${name}' }, 'The role has begun.');
    return { since: clock.now() };
  },
  close: (_opened, { log }) => log.info({ role: '${name}' }, 'The role has ended.'),
};
`,
      [`${PARTS}/${name}.test.ts`]: `/** The role \`${name}\` is opened with the others, and ends with them. */
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Config } from '../config/config.ts';
import { openParts } from '../part.ts';
import { PARTS, ROLES } from '../roles.ts';
import { ${identifier} } from './${name}.ts';

it('is one of the roles, and opened before the port', () => {
  expect(ROLES['${name}']).toContain(${identifier});
  expect(PARTS.findIndex(({ name }) => name === 'listening')).toBeGreaterThan(PARTS.indexOf(${identifier}));
});

it('opens, and says so', async () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(line) });
  await using opened = new AsyncDisposableStack();
  const clock = { now: () => 5 };
  const given = { config: {} as Config, log, clock, version: '0', node: 'one', overrides: {} };
  const { use } = await openParts([${identifier}], given, opened);
  expect(use(${identifier})).toEqual({ since: 5 });
  await opened.disposeAsync();
  expect(lines.map((line) => (JSON.parse(line) as { role: string }).role)).toEqual(['${name}', '${name}']);
});
`,
    },
    edits: {
      [ROLES]: [
        addImport(identifier, `./parts/${name}.ts`),
        addToList('export const ROLES = {', `${identifier === name ? name : `'${name}'`}: [${identifier}]`, {
          key: name,
        }),
      ],
    },
    appears: `Every start of the server opens it, and its log says so: see ROLES in ${ROLES}.`,
  }),
};

const upper = (identifier) => identifier.charAt(0).toUpperCase() + identifier.slice(1);
