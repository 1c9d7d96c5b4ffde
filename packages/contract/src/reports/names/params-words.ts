/** Params, level by level, and parameters of addresses. */
import type { DimensionWords } from './dimension-words.ts';
import type { MetricWords } from './unit.ts';

const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
type Level = (typeof LEVELS)[number];

const levels = <Name extends string>(name: Name, [en, ru, enHelp, ruHelp]: DimensionWords) =>
  Object.fromEntries(
    LEVELS.map((level) => [
      `${name}Level${level}`,
      [
        `${en}, level ${level}`,
        `${ru}, уровень ${level}`,
        `Level ${level} of ${enHelp}.`,
        `Уровень ${level} ${ruHelp}.`,
      ],
    ]),
  ) as unknown as Readonly<Record<`${Name}Level${Level}`, DimensionWords>>;

export const PARAMS_WORDS = {
  ...levels('params', [
    'Params',
    'Параметры',
    'the params that the site sent',
    'переданных сайтом параметров',
  ]),
  ...levels('eventParams', [
    'Params of the event',
    'Параметры события',
    'the params that were sent with the event',
    'параметров, переданных с событием',
  ]),
  goalReached: [
    'Goal of the event',
    'Цель события',
    'Goals that were completed by the event.',
    'Цели, которых достигло событие.',
  ],
  URLParamName: [
    'Parameter of the address',
    'Параметр адреса',
    "Names of parameters in the page's address.",
    'Названия параметров в адресе страницы.',
  ],
  URLParamNameAndValue: [
    'Parameter and value',
    'Параметр и значение',
    "Parameters in the page's address with their values.",
    'Параметры в адресе страницы с их значениями.',
  ],
  eventURLParamName: [
    "Parameter of the event's page",
    'Параметр страницы события',
    'Names of parameters in the address of the page of the event.',
    'Названия параметров в адресе страницы события.',
  ],
  eventURLParamNameAndValue: [
    "Parameter and value of the event's page",
    'Параметр и значение страницы события',
    'Parameters in the address of the page of the event with their values.',
    'Параметры в адресе страницы события с их значениями.',
  ],
} as const satisfies Readonly<Record<string, DimensionWords>>;

export const PARAMS_METRIC_WORDS = {
  paramsNumber: [
    'count',
    'Params',
    'Параметры',
    'How many params were sent in visits.',
    'Сколько параметров передано в визитах.',
  ],
  sumParams: [
    'decimal',
    'Sum of params',
    'Сумма параметров',
    'What the numbers among the params add up to.',
    'Сумма чисел среди параметров.',
  ],
  avgParams: [
    'decimal',
    'Mean of params',
    'Среднее параметров',
    'The mean of the numbers among the params.',
    'Среднее чисел среди параметров.',
  ],
  eventParamsNumber: [
    'count',
    'Params of events',
    'Параметры событий',
    'How many params were sent with events.',
    'Сколько параметров передано с событиями.',
  ],
  sumEventParams: [
    'decimal',
    'Sum of params of events',
    'Сумма параметров событий',
    'What the numbers among the params of events add up to.',
    'Сумма чисел среди параметров событий.',
  ],
  avgEventParams: [
    'decimal',
    'Mean of params of events',
    'Среднее параметров событий',
    'The mean of the numbers among the params of events.',
    'Среднее чисел среди параметров событий.',
  ],
  params: [
    'count',
    'User params',
    'Параметры посетителей',
    'How many params were sent about visitors.',
    'Сколько параметров передано о посетителях.',
  ],
} as const satisfies Readonly<Record<string, MetricWords>>;
