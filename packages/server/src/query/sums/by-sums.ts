/** Plans a question over days of which only sums are left: from these, or without them, and says so [M153]–[M156]. */
import type { SumsNote, SumsReason } from '@goalpost/contract/reports/sums';
import type { Dimension } from '../dimension.ts';
import type { Resolved } from '../parse/names.ts';
import type { Plan, ScopeFilter } from '../plan/plan.ts';
import { familyOf, kindOf, valueSql, WHOLE } from './kept.ts';
import type { Mark, SummedKind } from './mark.ts';
import { summedMetric } from './metrics.ts';
import { unionScope, VALUE } from './union.ts';
import { messageOf } from './words.ts';
import { addDays } from '../parse/dates.ts';
import { SHORTER_THAN_DAYS } from '../parse/group.ts';

/** Of the calendar: days are whole in it. */
const CALENDAR = [
  'date',
  'datePeriod<group>',
  'startOfWeek',
  'startOfMonth',
  'startOfQuarter',
  'startOfYear',
  'dayOfWeek',
  'dayOfMonth',
  'month',
  'year',
];

type Named = Resolved<Dimension>;

/** Hours of the calendar, and what a group of hours stands for. */
const isShorter = ({ definition, args }: Named): boolean =>
  definition.id.startsWith('hour') ||
  (definition.id === 'datePeriod<group>' && SHORTER_THAN_DAYS.includes(args.group));

const isCalendar = (named: Named): boolean => CALENDAR.includes(named.definition.id) && !isShorter(named);

export interface Asking {
  /** Intervals of a chart are shorter than a day. */
  readonly isByHours?: boolean;
}

/** The plan as it is compiled, with the note of its answer. A plan without such days is the same as it was. */
export function bySums(plan: Plan, { isByHours = false }: Asking = {}): Plan {
  const kind = kindOf(plan.scope);
  if (kind === null) return leavingOut(plan, 'rows', plan.scope.holdsVisits ? ['visits'] : BOTH);
  const marks = marksIn(plan, [kind]);
  if (marks.length === 0) return plan;
  const found = answerable(plan, kind, isByHours);
  if (typeof found === 'string') return leavingOut(plan, found);
  const { one, metrics, where } = found;
  const family = one === null ? WHOLE : (familyOf(one) ?? WHOLE);
  const value = one === null ? null : valueSql(one.definition, one.args);
  const scope = unionScope(plan, { kind, marks, family, value });
  const dimensions = plan.dimensions.map((each) => (each === one || isSame(each, one) ? read(each) : each));
  return { ...plan, scope, metrics, dimensions, where, sums: noteOf(plan, marks, null) };
}

const BOTH: readonly SummedKind[] = ['visits', 'hits'];

/** The same question without these days. @param needed what it reads, of which nothing is lacking otherwise */
export function leavingOut(plan: Plan, reason: SumsReason, needed?: readonly SummedKind[]): Plan {
  const kind = kindOf(plan.scope);
  const kinds = needed ?? (reason === 'rows' || kind === null ? BOTH : [kind]);
  const marks = marksIn(plan, kinds);
  return marks.length === 0 ? plan : { ...plan, sums: noteOf(plan, marks, reason) };
}

/** What an answer says of them. */
export const aboutSums = ({ sums }: Plan): { readonly sums?: SumsNote } => (sums === null ? {} : { sums });

const marksIn = ({ marks, from, to }: Plan, kinds: readonly SummedKind[]): Mark[] =>
  marks.filter(({ kind, since, until }) => kinds.includes(kind) && until > from && since <= to);

interface Answerable {
  /** The dimension that rows are parted or chosen by; null: there is none. */
  readonly one: Named | null;
  readonly metrics: Plan['metrics'];
  readonly where: ScopeFilter | null;
}

function answerable(plan: Plan, kind: SummedKind, isByHours: boolean): Answerable | SumsReason {
  if (isByHours || plan.dimensions.some(isShorter)) return 'hours';
  if (plan.robots) return 'robots';
  const found = dimensionsOf(plan);
  if (typeof found === 'string') return found;
  const { parted, chosen } = found;
  const metrics = metricsOf(plan, kind, chosen === null ? parted : null);
  if (metrics === null) return 'metrics';
  if (chosen === null) return { one: parted, metrics, where: null };
  return { one: chosen.dimension, metrics, where: { ...chosen, dimension: read(chosen.dimension) } };
}

interface Kept {
  /** What rows of the answer are by; null: the calendar at most. */
  readonly parted: Named | null;
  readonly chosen: Condition | null;
}

/** One dimension at most, however often it is named. */
function dimensionsOf(plan: Plan): Kept | SumsReason {
  const [parted = null, ...others] = plan.dimensions.filter((each) => !isCalendar(each));
  if (others.length > 0 || (parted !== null && familyOf(parted) === null)) return 'dimensions';
  const chosen = chosenBy(plan);
  if (chosen === false || plan.having.length > 0) return 'filters';
  const areTwo = chosen !== null && parted !== null && !isSame(chosen.dimension, parted);
  return areTwo ? 'dimensions' : { parted, chosen };
}

/** Null where one of them is not summed. @param parted the dimension that totals have several values of */
function metricsOf(plan: Plan, kind: SummedKind, parted: Named | null): Plan['metrics'] | null {
  // A dimension in front decides whether rows without a value count [M8].
  const isValued = plan.dimensions[0] === parted && !plan.includeUndefined;
  const counted = parted === null ? 'users' : isValued ? 'first_valued' : 'first_users';
  const metrics = plan.metrics.flatMap((metric) => {
    const { goalId } = metric.args;
    if (goalId !== null && plan.uploadedGoals.includes(goalId)) return [];
    const definition = summedMetric(metric.definition, kind, counted);
    return definition === null ? [] : [{ ...metric, definition }];
  });
  return metrics.length < plan.metrics.length ? null : metrics;
}

type Condition = Extract<ScopeFilter, { kind: 'condition' }>;

/** The one condition on one value that rows are chosen by; null: none, false: any other. Pages are read another way. */
function chosenBy({ where }: Plan): Condition | null | false {
  if (where === null) return null;
  if (where.kind !== 'condition' || where.operator !== '==' || where.values.length !== 1) return false;
  const { definition } = where.dimension;
  const isPlain = definition.address === undefined && (where.named ?? []).length === 0;
  return isPlain && familyOf(where.dimension) !== null ? where : false;
}

const isSame = (a: Named, b: Named | null): boolean =>
  b !== null && familyOf(a) !== null && familyOf(a) === familyOf(b);

/** The dimension over the united rows. */
function read(named: Named): Named {
  const { definition } = named;
  if (definition.kind === 'item') return named;
  const { level: _level, ...rest } = definition;
  return { ...named, definition: { ...rest, sql: () => VALUE } };
}

function noteOf(plan: Plan, marks: readonly Mark[], reason: SumsReason | null): SumsNote {
  const since = marks.map((mark) => mark.since).toSorted()[0] ?? plan.from;
  const until =
    marks
      .map((mark) => mark.until)
      .toSorted()
      .at(-1) ?? plan.to;
  const last = addDays(until, -1);
  const from = since > plan.from ? since : plan.from;
  const to = last < plan.to ? last : plan.to;
  return {
    from,
    to,
    time_zone: [...new Set(marks.map(({ zone }) => zone))].toSorted().join(', '),
    answered: reason === null,
    reason,
    message: messageOf({ from, to, reason, lang: plan.lang }),
  };
}
