/** Metrics of what a backfill found. */
import type { MetricWords } from './unit.ts';

export const PAST_REACH_METRIC_WORDS = {
  'goal<goal_id>backfilledReaches': [
    'count',
    'Backfilled conversions',
    'Досчитанные конверсии',
    'How many completions of this goal a backfill found from before the goal was made; not among the counted ones.',
    'Сколько достижений цели досчитано за время до её создания; в посчитанные они не входят.',
  ],
  'goal<goal_id>backfilledVisits': [
    'count',
    'Backfilled converted visits',
    'Досчитанные целевые визиты',
    'Visits in which a backfill found completions of this goal.',
    'Визиты, в которых досчитаны достижения цели.',
  ],
  'goal<goal_id>backfilledUsers': [
    'count',
    'Backfilled converted users',
    'Досчитанные целевые посетители',
    'Visitors whose completions of this goal a backfill found.',
    'Посетители, чьи достижения цели досчитаны.',
  ],
  'goal<goal_id>backfilledRevenue': [
    'money',
    'Backfilled revenue',
    'Досчитанный доход',
    'What the completions brought that a backfill found.',
    'Сколько принесли досчитанные достижения цели.',
  ],
} as const satisfies Record<string, MetricWords>;
