/** What advertising cost, and what that brought [M97] [M98]: rows are costs, and the visits beside them. */
import type { RecordList } from '../lists/records.ts';
import { defineMetric, moneySql, percent, ratio, type Metric, type MetricScope } from '../metric.ts';
import { ecommerceSums } from './commerce.ts';
import { favorites, oneGoal, sumsOf, type Sums } from './goals.ts';

const VISITS = 'countIf(is_cost = 0)';
const CLICKS = 'sum(cost_clicks)';
/** Where nothing is known of costs, nothing is told of a return. */
const KNOWN = 'countIf(is_cost = 1) > 0';

const costed = (): string => 'arrayMap(x -> (x.1, x.2, started_at), cost_prices)';
const cost = (scope: MetricScope): string => moneySql(costed(), scope);

const SCOPES = { scopes: ['costs'] } as const;
const OURS = { ...SCOPES, ours: true } as const;

/** Of the money that visits brought: what it is called, and what it is made of. */
interface Brought {
  readonly prefix: string;
  readonly capital: boolean;
  readonly sums: Pick<Sums, 'revenue' | 'priced'>;
  /** As SQL: the goals that are meant; of none, nothing is told. */
  readonly goals?: ((scope: MetricScope) => string) | undefined;
  readonly lists?: readonly RecordList[];
}

const naming =
  (prefix: string, capital: boolean) =>
  (name: string): string =>
    prefix + (capital ? name : name.charAt(0).toLowerCase() + name.slice(1));

/** A cost for each of what visits brought; not 0 where no cost is known. */
const each = (id: string, many: (scope: MetricScope) => string, rest: Partial<Metric> = {}): Metric =>
  defineMetric({
    ...OURS,
    ...rest,
    id,
    ofNothing: null,
    costed,
    sql: (scope) => `if(${KNOWN}, ${ratio(cost(scope), many(scope))}, NULL)`,
  });

function returns({ prefix, capital, sums, goals, lists = [] }: Brought): readonly Metric[] {
  const named = naming(prefix, capital);
  const { revenue, priced } = sums;
  const made = { ...OURS, lists, ofNothing: null, costed, priced } as const;
  const told = (name: string, sql: Metric['sql']): Metric =>
    defineMetric({
      ...made,
      id: name,
      sql: (scope) => (goals ? `if(notEmpty(${goals(scope)}), ${sql(scope)}, NULL)` : sql(scope)),
    });
  return [
    told(`${prefix}ROI`, (scope) => percent(`(${revenue(scope)} - ${cost(scope)})`, cost(scope))),
    told(named('ReturnOnAdSpend'), (scope) => percent(`(${revenue(scope)})`, cost(scope))),
    told(named('Margin'), (scope) => `if(${KNOWN}, ${revenue(scope)} - ${cost(scope)}, NULL)`),
  ];
}

function ofGoals(prefix: string, capital: boolean, sums: Sums, goals?: Brought['goals']): readonly Metric[] {
  const named = naming(prefix, capital);
  return [
    each(named('CostPerReach'), sums.reaches),
    each(named('CostPerVisit'), sums.visits),
    each(named('CostPerUser'), sums.users),
    ...returns({ prefix, capital, sums, goals }),
  ];
}

export const costMetrics: readonly Metric[] = [
  defineMetric({ ...SCOPES, id: 'visits', ofNothing: 0, adds: true, sql: () => VISITS }),
  defineMetric({ ...SCOPES, id: 'users', ofNothing: 0, sql: () => 'uniqExactIf(visitor_id, is_cost = 0)' }),
  defineMetric({ ...SCOPES, id: 'expenses<currency>', ofNothing: 0, costed, sql: cost }),
  defineMetric({ ...SCOPES, id: 'expenseClicks', ofNothing: 0, adds: true, sql: () => CLICKS }),
  each('costPerClick', () => CLICKS),
  each('costPerVisit', () => VISITS),
  ...ofGoals('goal<goal_id>', false, sumsOf(oneGoal)),
  ...ofGoals('favoriteGoals', true, sumsOf(favorites), (scope) => scope.favoriteGoals()),
  each('ecommerceCostPerPurchase', ecommerceSums.reaches, { lists: ecommerceSums.lists }),
  ...returns({ prefix: 'ecommerce', capital: true, sums: ecommerceSums, lists: ecommerceSums.lists }),
];
