/** A report: a preset of the API, a screen of the web app, and a row of its menu. */
import { addImport, addToList, holding } from '../lib/lists.mjs';

const HOME = 'packages/contract/src/reports';
const FOLDER = `${HOME}/catalogue`;
const CATALOGUE = `${HOME}/catalogue.ts`;

const idOf = (name) => name.replaceAll('-', '_');

export const report = {
  id: 'report',
  taken: (name, tree) => holding(tree, FOLDER, `'${idOf(name)}'`),
  plan: ({ name, identifier, title }) => ({
    files: {
      [`${FOLDER}/${name}.ts`]: `/** ${title}: visits by the language of the browser. */
import { defineReport } from '../report.ts';
import { standardMetrics } from '../standard-metrics.ts';

export const ${identifier} = defineReport({
  id: '${idOf(name)}',
  section: 'audience',
  title: { en: '${title}', ru: '${title}' },
  dimensions: ['browserLanguage'],
  metrics: standardMetrics,
  sort: '-visits',
  chart: 'lines',
});
`,
      [`${FOLDER}/${name}.test.ts`]: `/** The report \`${idOf(name)}\` stands in the menu, with a title in each language. */
import { expect, it } from 'vitest';
import { REPORTS, SECTIONS } from '../catalogue.ts';
import { ${identifier} } from './${name}.ts';

it('is listed in one of the sections', () => {
  expect(REPORTS).toContain(${identifier});
  expect(Object.keys(SECTIONS)).toContain(${identifier}.section);
  expect(Object.keys(${identifier}.title)).toEqual(['en', 'ru']);
});
`,
    },
    edits: {
      [CATALOGUE]: [
        addImport(identifier, `./catalogue/${name}.ts`),
        addToList('export const REPORTS: readonly Report[] = [', identifier),
      ],
    },
    /** Its SQL, which only the server's compiler can write. */
    completes: {
      test: 'packages/server/src/query/sql.test.ts',
      only: idOf(name),
      writes: `packages/server/src/query/__sql__/${idOf(name)}.sql`,
    },
    appears: `It is the preset "${idOf(name)}" of /stat/v1/data, and a screen in the menu of its section.`,
  }),
};
