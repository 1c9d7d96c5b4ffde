/** Metrics that can be shared out over visits: reaches of goals and what they brought [M68]. */
import { problem, type Problem } from '../../kit/problem.ts';
import type { Binder } from '../compile/binder.ts';
import { millionthsSql, REACH_LISTS, REACH_PRICE, rateSqlInto } from '../money/rate-sql.ts';
import type { Metric } from '../metric.ts';
import type { Resolved } from '../parse/names.ts';
import { settleList } from '../parse/settle.ts';
import type { Plan } from '../plan/plan.ts';

/** What of a visit is shared out. */
export interface Measure {
  readonly goals: readonly number[];
  /** In millionths, as SQL over the visit's arrays. */
  amount(binder: Binder): string;
}

export function measuresOf(plan: Plan): readonly Measure[] | Problem {
  return settleList(
    plan.metrics.map((metric, index): Measure | Problem => {
      const found = measureOf(metric, plan);
      if (found !== null) return found;
      const text = `metrics, item ${index + 1}: ${metric.name} cannot be shared out; reaches of goals and revenue can`;
      return problem('invalid_parameter', text, `metrics.${index}`);
    }),
  );
}

const SETS = {
  'goal<goal_id>': 'one',
  favoriteGoals: 'favorites',
  sumGoalReachesAny: 'all',
} as const;

function measureOf({ definition, args }: Resolved<Metric>, plan: Plan): Measure | null {
  const { id } = definition;
  const start = (Object.keys(SETS) as (keyof typeof SETS)[]).find((one) => id.startsWith(one));
  if (start === undefined) return null;
  const goals = { one: [args.goalId ?? 0], favorites: plan.favorites, all: plan.goals }[SETS[start]];
  const what = id.slice(start.length).toLowerCase();
  const has = ({ bind }: Binder): string => `has(${bind('Array(UInt64)', goals)}, g)`;
  if (what === '' || what === 'reaches') {
    return { goals, amount: (binder) => `toInt128(arrayCount(g -> ${has(binder)}, goal_ids)) * 1000000` };
  }
  if (what !== 'revenue' && what !== 'converted<currency>revenue') return null;
  const amount = (binder: Binder): string => {
    const currency = args.currency ?? plan.currency;
    const rate = rateSqlInto(currency, plan, binder);
    const price = millionthsSql(REACH_PRICE, binder.bind('String', currency), rate);
    return `arraySum(arrayMap((g, p, c, t) -> if(${has(binder)}, ${price}, toInt128(0)), ${REACH_LISTS}))`;
  };
  return { goals, amount };
}
