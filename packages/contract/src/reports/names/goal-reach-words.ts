/** What reports say of completions of goals: where, when and after how many visits. */
import type { DimensionWords } from './dimension-words.ts';
import type { MetricWords } from './unit.ts';

/** Of every completion, and of the first one of a certain goal in a visit. */
const PARTS = {
  Page: [
    'page',
    'страница',
    'The page on which the goal was completed.',
    'Страница, на которой достигнута цель.',
  ],
  SecondsTo: [
    'time from the start of the visit',
    'время от начала визита',
    'Seconds from the start of the visit to the completion.',
    'Секунды от начала визита до достижения цели.',
  ],
  SecondsToInterval: [
    'time from the start of the visit, in classes',
    'время от начала визита, интервалы',
    'Seconds from the start of the visit to the completion, in classes.',
    'Секунды от начала визита до достижения цели по интервалам.',
  ],
  VisitsTo: [
    'visits up to it',
    'визитов до достижения',
    'How many visits the visitor had made, this one counted.',
    'Сколько визитов сделал посетитель, считая этот.',
  ],
  VisitsToInterval: [
    'visits up to it, in classes',
    'визитов до достижения, интервалы',
    'How many visits the visitor had made, this one counted, in classes.',
    'Сколько визитов сделал посетитель, считая этот, по интервалам.',
  ],
  DaysTo: [
    'days since the first visit',
    'дней с первого визита',
    'Whole days from the first visit of the visitor to the completion.',
    'Полные дни от первого визита посетителя до достижения цели.',
  ],
  DaysToInterval: [
    'days since the first visit, in classes',
    'дней с первого визита, интервалы',
    'Whole days from the first visit to the completion, in classes.',
    'Полные дни от первого визита до достижения цели по интервалам.',
  ],
} as const satisfies Readonly<Record<string, DimensionWords>>;

type Part = keyof typeof PARTS;
type PartId = `goal${Part}` | `goal<goal_id>${Part}`;

const parts = Object.fromEntries(
  Object.entries(PARTS).flatMap(([part, [en, ru, enHelp, ruHelp]]) => [
    [`goal${part}`, [`Completion: ${en}`, `Достижение цели: ${ru}`, enHelp, ruHelp]],
    [`goal<goal_id>${part}`, [`First completion: ${en}`, `Первое достижение: ${ru}`, enHelp, ruHelp]],
  ]),
) as unknown as Readonly<Record<PartId, DimensionWords>>;

export const GOAL_REACH_WORDS = {
  ...parts,
  goalReached: [
    'Completion: goal',
    'Достижение цели: цель',
    'The goal that was completed, beside where and when.',
    'Какая цель достигнута, рядом с тем, где и когда.',
  ],
  'goal<goal_id>Completions': [
    'Completions in the visit',
    'Достижений за визит',
    'How often the goal was completed in the visit.',
    'Сколько раз цель достигнута за визит.',
  ],
} as const satisfies Readonly<Record<string, DimensionWords>>;

/** The field has this one. */
export const IS_GOAL_REACHED_WORDS = {
  isGoalReached: [
    'Any goal completed',
    'Достигнута любая цель',
    'Whether any goal was completed in the visit.',
    'Достигнута ли в визите хотя бы одна цель.',
  ],
} as const satisfies Readonly<Record<string, DimensionWords>>;

export const GOAL_REACH_METRIC_WORDS = {
  goalReaches: [
    'count',
    'Completions of the row',
    'Достижения строки',
    'How many completions of goals the row has by its page, time or days.',
    'Сколько достижений целей у строки по её странице, времени или дням.',
  ],
} as const satisfies Readonly<Record<string, MetricWords>>;
