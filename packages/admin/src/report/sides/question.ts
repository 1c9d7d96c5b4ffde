/** What a report with two sides asks; its last metric is visits, which weigh the others. */
import type { DimensionId } from '@goalpost/contract/reports/names';
import type { SidesQuestion, TimeQuestion } from '../../api/stat.ts';
import { spelled } from '../dimensions.ts';
import { allOf } from '../state/all-of.ts';
import { VISITS } from '../metrics.ts';
import type { Column, Sort } from '../parts/table-shape.ts';
import type { Side, Sides } from '../state/sides.ts';
import type { Report } from '../use-report.ts';

interface Asked {
  readonly report: Report;
  readonly sides: Sides;
  readonly columns: readonly Column[];
  readonly dimension?: DimensionId;
  readonly sort?: Sort;
  readonly limit?: number;
  /** Of the rows that are opened. */
  readonly path?: readonly string[];
}

export function sidesQuestion(asked: Asked): SidesQuestion {
  const { report, sides, columns, dimension, sort, limit, path = [] } = asked;
  const { counterId, attribution } = report.within;
  const name = dimension === undefined ? undefined : spelled(dimension);
  const by = sort?.metric === 'name' ? name : sort?.metric;
  return {
    counterId,
    attribution,
    metrics: metricsOf(columns),
    filters: allOf([sides.filters, ...path]),
    a: sides.a,
    b: sides.b,
    ...(name === undefined ? {} : { dimensions: [name] }),
    ...(by === undefined ? {} : { sort: `${sort?.down === true ? '-' : ''}${by}` }),
    ...(limit === undefined ? {} : { limit }),
    ...(path.length === 0 ? {} : { undefinedToo: true }),
  };
}

export function sideByTime(
  report: Report,
  { filters }: Sides,
  side: Side,
  metrics: readonly string[],
): TimeQuestion {
  const { counterId, attribution } = report.within;
  return {
    counterId,
    attribution,
    metrics,
    group: report.group,
    segment: side.segment,
    filters: allOf([filters, side.filters]),
    ...side.days,
  };
}

/** The API refuses a metric that is asked for twice: visits that are a column already are found there. */
export const metricsOf = (columns: readonly Column[]): readonly string[] => [
  ...new Set([...columns.map(({ metric }) => metric), VISITS.metric]),
];

/** Where visits stand among the numbers of an answer. */
export const visitsPlace = (columns: readonly Column[]): number => metricsOf(columns).indexOf(VISITS.metric);
