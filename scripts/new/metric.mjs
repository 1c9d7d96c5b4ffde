/** A metric: one number over a set of visits, which reports and the API can ask for. */
import { addImport, addToList } from '../lib/lists.mjs';

const FOLDER = 'packages/server/src/query/metrics';
const REGISTRY = 'packages/server/src/query/registry.ts';
const NAMES = 'packages/contract/src/reports/names';
const MODEL = 'packages/server/src/query/model/test-metrics.ts';

const HELP = { en: 'How many pages were looked at.', ru: 'Сколько страниц просмотрено.' };

export const metric = {
  id: 'metric',
  taken: (name, { hasName }) => (hasName(name) ? REGISTRY : undefined),
  plan: ({ name, identifier, title }) => ({
    files: {
      [`${FOLDER}/${name}.ts`]: `/** The metric \`${identifier}\`: an aggregate over rows of \`visits\`. */
import { defineMetric } from '../metric.ts';

export const ${identifier} = defineMetric({
  id: '${identifier}',
  scopes: ['visits'],
  ofNothing: 0,
  sql: () => 'sum(page_views)',
});
`,
      [`${FOLDER}/${name}.test.ts`]: `/** The metric \`${identifier}\` on the real engine. */
import { expect, it } from 'vitest';
import { startTestStat } from '../test-stat.ts';
import { visit } from '../test-visits.ts';

it('is the number that the visits give', async () => {
  const stat = await startTestStat();
  try {
    await stat.add(visit({ page_views: 3 }), visit({ page_views: 1 }));
    expect((await stat.data({ metrics: 'ym:s:${identifier}' })).totals).toEqual([4]);
  } finally {
    await stat.close();
  }
});
`,
    },
    edits: {
      [REGISTRY]: [
        addImport(identifier, `./metrics/${name}.ts`),
        addToList('export const METRICS: readonly Metric[] = [', identifier),
      ],
      [`${NAMES}/metrics.ts`]: [
        addToList('export const METRICS = {', `${identifier}: COUNT`, { key: identifier }),
      ],
      ...Object.fromEntries(
        Object.entries(HELP).map(([language, help]) => [
          `${NAMES}/${language}.ts`,
          [
            addToList('  metric: {', `${identifier}: '${title}'`, { key: identifier }),
            addToList('  metricHelp: {', `${identifier}: '${help}'`, { key: identifier }),
          ],
        ]),
      ),
      [MODEL]: [
        addToList(
          'export const MODEL_METRICS: Readonly<Record<string, ModelMetric>> = {',
          `${identifier}: (visits) => sum(visits.map(({ page_views }) => page_views))`,
          { key: identifier },
        ),
      ],
    },
    appears: `Ask for it as ym:s:${identifier} in /stat/v1/data.`,
  }),
};
