import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { FILTER_FIELDS } from '@goalpost/contract/reports/filters';
import { mayAskBy, mayOpen } from '@goalpost/contract/management/in-person';
import { levelGroups } from '@goalpost/contract/reports/levels';
import { fullName } from '@goalpost/contract/reports/names';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../../kit/problem.ts';
import { parseRequest, type RawParams } from '../parse/request.ts';
import { registry } from '../registry.ts';
import { withinLimits } from './within.ts';

const LIMIT = "ym:s:UTMSource=='partner'";

function isAnswered(raw: RawParams): boolean {
  const request = parseRequest({ ids: '1', metrics: 'ym:s:visits', ...raw }, registry.reports);
  if (isProblem(request)) throw new Error(JSON.stringify(request));
  return !isProblem(withinLimits(request, [LIMIT]));
}

describe('[A87] screens offer those with limited access what is answered to them, and nothing else:', () => {
  it.each(REPORTS)('report $id', (report) => {
    expect(isAnswered({ preset: report.id })).toBe(mayOpen('limited', report));
  });

  it.each(REPORTS)('levels of $id', (report) => {
    for (const { dimensions } of levelGroups(report))
      for (const id of dimensions)
        expect([id, isAnswered({ dimensions: fullName(id, report.scope) })]).toEqual([
          id,
          mayAskBy('limited', id) && report.scope !== 'ev',
        ]);
  });

  it.each(FILTER_FIELDS)('condition on $prefix$id', ({ prefix, id }) => {
    expect(isAnswered({ filters: `${prefix}${id}=='1'` })).toBe(mayAskBy('limited', id));
  });
});
