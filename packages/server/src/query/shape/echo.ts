/** The `query` part of answers: the question as it was understood. */
import type { Plan } from '../plan/plan.ts';
import type { ReportRequest } from '../parse/request.ts';

export function echo(request: ReportRequest, plan: Plan): Record<string, unknown> {
  return {
    ids: plan.counters,
    ...(request.preset === null ? {} : { preset: request.preset }),
    dimensions: plan.dimensions.map(({ name }) => name),
    metrics: plan.metrics.map(({ name }) => name),
    ...Object.fromEntries(
      request.filters.flatMap((one) => (one.isLimit ? [] : [[one.location, one.text] as const])),
    ),
    ...Object.fromEntries(
      request.segments.filter(({ ids }) => ids.length > 0).map(({ location, ids }) => [location, ids]),
    ),
    date1: plan.from,
    date2: plan.to,
    timezone: plan.zone.intl,
    group: plan.group,
    attribution: request.sharing ?? request.attribution,
    currency: plan.currency,
    lang: request.lang,
    include_undefined: plan.includeUndefined,
  };
}

/** What a table's question has in addition. */
export function echoTable(request: ReportRequest, plan: Plan): Record<string, unknown> {
  const sort = plan.sort.map(({ column, index, descending }) => {
    const list = column === 'metric' ? plan.metrics : plan.dimensions;
    return (descending ? '-' : '') + (list[index]?.name ?? '');
  });
  return { ...echo(request, plan), sort, limit: plan.limit, offset: plan.offset };
}
