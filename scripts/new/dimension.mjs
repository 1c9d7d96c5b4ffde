/** A dimension: what visits are grouped and filtered by. */
import { addImport, addToList } from '../lib/lists.mjs';

const FOLDER = 'packages/server/src/query/dimensions';
const REGISTRY = 'packages/server/src/query/registry.ts';
const NAMES = 'packages/contract/src/reports/names';
const MODEL = 'packages/server/src/query/model/test-dimensions.ts';

const HELP = { en: 'How many pages a visit had.', ru: 'Сколько страниц просмотрено за визит.' };

export const dimension = {
  id: 'dimension',
  taken: (name, { hasName }) => (hasName(name) ? REGISTRY : undefined),
  plan: ({ name, identifier, title }) => ({
    files: {
      [`${FOLDER}/${name}.ts`]: `/** The dimension \`${identifier}\`: an expression over a row of \`visits\`. */
import { defineDimension } from '../dimension.ts';

export const ${identifier} = defineDimension({
  id: '${identifier}',
  scopes: ['visits'],
  kind: 'number',
  sql: () => 'page_views',
});
`,
      [`${FOLDER}/${name}.test.ts`]: `/** The dimension \`${identifier}\` on the real engine. */
import { expect, it } from 'vitest';
import { startTestStat } from '../test-stat.ts';
import { visit } from '../test-visits.ts';

it('groups visits by its value', async () => {
  const stat = await startTestStat();
  try {
    await stat.add(visit({ page_views: 1 }), visit({ page_views: 3 }), visit({ page_views: 3 }));
    const { data } = await stat.data({ metrics: 'ym:s:visits', dimensions: 'ym:s:${identifier}' });
    expect(data.map(({ dimensions, metrics }) => [dimensions[0]?.name, metrics[0]])).toEqual([
      ['3', 2],
      ['1', 1],
    ]);
  } finally {
    await stat.close();
  }
});
`,
    },
    edits: {
      [REGISTRY]: [
        addImport(identifier, `./dimensions/${name}.ts`),
        addToList('export const DIMENSIONS: readonly Dimension[] = [', identifier),
      ],
      [`${NAMES}/dimensions.ts`]: [addToList('const NAMED = [', `'${identifier}'`)],
      ...Object.fromEntries(
        Object.entries(HELP).map(([language, help]) => [
          `${NAMES}/${language}.ts`,
          [
            addToList('  dimension: {', `${identifier}: '${title}'`, { key: identifier }),
            addToList('  dimensionHelp: {', `${identifier}: '${help}'`, { key: identifier }),
          ],
        ]),
      ),
      [MODEL]: [
        addToList(
          'export const MODEL_DIMENSIONS: Readonly<Record<string, ModelDimension>> = {',
          `${identifier}: (visit) => visit.page_views`,
          { key: identifier },
        ),
      ],
    },
    appears: `Ask for it as ym:s:${identifier} in /stat/v1/data.`,
  }),
};
