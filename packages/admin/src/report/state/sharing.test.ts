import { SHARING_MODELS } from '@goalpost/contract/reports/attribution';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { describe, expect, it } from 'vitest';
import { goalMeasure, measureOf } from '../metrics.ts';
import { readReportSearch } from './search.ts';
import { mayShare, plainCredit, sharedColumns } from './sharing.ts';
import { SHARING } from './sharing-models.ts';

describe('[M68] goals shared out on a screen', () => {
  it('by every model that reports answer', () => {
    expect(SHARING).toEqual(SHARING_MODELS);
    for (const model of SHARING_MODELS)
      expect(readReportSearch({ attribution: model })).toEqual({ attribution: model });
  });

  it('in reports by source alone', () => {
    const ids = REPORTS.filter(mayShare).map(({ id }) => id);
    expect(ids).toContain('adv_engine');
    expect(ids).not.toContain('traffic');
    expect(plainCredit('data_driven')).toBe('lastsign');
    expect(plainCredit('first')).toBe('first');
  });

  it('has completions and revenue, or all conversions where none was chosen', () => {
    const columns = [measureOf('visits'), goalMeasure(7, 'reaches'), goalMeasure(7, 'conversionRate')];
    expect(sharedColumns([...columns, goalMeasure(7, 'revenue')]).map(({ metric }) => metric)).toEqual([
      'ym:s:goal7reaches',
      'ym:s:goal7revenue',
    ]);
    expect(sharedColumns(columns.slice(0, 1)).map(({ metric }) => metric)).toEqual([
      'ym:s:sumGoalReachesAny',
    ]);
  });
});
