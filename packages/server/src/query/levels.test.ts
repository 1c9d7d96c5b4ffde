/** Every level that may be chosen for a report can be asked with its metrics and levels [M133]. */
import { levelsOf, REPORTS } from '@goalpost/contract/reports/catalogue';
import { levelGroups, withLevels } from '@goalpost/contract/reports/levels';
import { enNames } from '@goalpost/contract/reports/names/en';
import { fullName, type DimensionId } from '@goalpost/contract/reports/names';
import { expect, it } from 'vitest';
import { isProblem, problemBody } from '../kit/problem.ts';
import type { Olap } from '../kit/olap.ts';
import { understand } from './ask.ts';
import { counter, goal, NOW, testContext } from './test-stat.ts';

const deps = {
  // Names of operators and rules are looked up: there are none.
  olap: { query: async () => [] } as unknown as Olap,
  counters: { get: async (id: number) => counter({ id }) },
  goals: { list: async () => [goal(1)] },
  segments: { find: async () => [] },
  clock: { now: () => NOW },
};

const bare = (id: DimensionId): string => id.replace('<attribution>', '');

it.each(REPORTS.map((report) => [report.id, report] as const))('[M133] %s', async (_id, report) => {
  const { scope, metrics } = report;
  const [own = 'date'] = levelsOf(report).map(({ dimension }) => dimension);
  const refused: string[] = [];
  for (const dimension of levelGroups(report).flatMap((group) => group.dimensions)) {
    if (dimension === own) continue;
    expect(enNames.dimension[dimension]).not.toBe('');
    for (const levels of [[dimension], [dimension, own], [own, dimension]]) {
      const changed = withLevels(report, levels);
      const raw = {
        ids: '1',
        metrics: metrics.map((id) => fullName(id, scope)).join(),
        dimensions: changed.dimensions.map((id) => fullName(bare(id), scope)).join(),
        goal_id: '1',
        currency: 'EUR',
      };
      const question = await understand(deps, raw, testContext());
      if (isProblem(question)) refused.push(`${levels.join(' › ')}: ${problemBody(question).message}`);
    }
  }
  expect(refused).toEqual([]);
});
