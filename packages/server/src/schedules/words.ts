/** The words of a mailed report, and the names of its columns, in both languages. */
import { enNames } from '@goalpost/contract/reports/names/en';
import { ruNames } from '@goalpost/contract/reports/names/ru';

type Language = 'en' | 'ru';
type Cell = string | number | null;

interface Words {
  cell(value: Cell): string;
  more(shown: number, all: number): string;
  /** @param issue its days, `YYYY-MM-DD` */
  days(issue: { readonly date1: string; readonly date2: string }): string;
  /** Of a day alone, `YYYY-MM-DD`, below a chart. */
  day(day: string): string;
  /** Where conditions leave visits out. */
  readonly part: string;
  readonly open: string;
  readonly foot: string;
}

function cellIn(language: Language): Words['cell'] {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (value) => (typeof value === 'number' ? number.format(value) : (value ?? '–'));
}

function daysIn(language: Language): Words['days'] {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return ({ date1, date2 }) => day.formatRange(new Date(date1), new Date(date2));
}

function dayIn(language: Language): Words['day'] {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (day) => format.format(new Date(day));
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    cell: cellIn('en'),
    days: daysIn('en'),
    more: (shown, all) => `The first ${shown} rows of ${all}; all of them are in the file.`,
    day: dayIn('en'),
    part: 'Not all visits: only those that fit the conditions of the schedule.',
    open: 'Open the report',
    foot: 'You get this because a schedule of this counter says so. It can be changed under “Alerts and schedules”.',
  },
  ru: {
    cell: cellIn('ru'),
    days: daysIn('ru'),
    more: (shown, all) => `Первые ${shown} строк из ${all}; все строки — в файле.`,
    day: dayIn('ru'),
    part: 'Не все визиты: только те, что подходят под условия рассылки.',
    open: 'Открыть отчёт',
    foot: 'Вы получили это, потому что так настроена рассылка счётчика. Изменить её можно в разделе «Оповещения и рассылки».',
  },
};

/** Within a name. */
export const CURRENCY =
  /(?<=[cC]onverted)[A-Z]{3}(?=Revenue)|[A-Z]{3}(?=Converted(?:Revenue|Price))|(?<=\bexpenses)[A-Z]{3}$/;

const NAMES = { en: enNames, ru: ruNames } as const;

/** As the dictionary lists it: without prefix, with its parameters in angle brackets. */
export function generalName(column: string): string {
  return column
    .replace(/^(?:ym|gp):[a-z]+:/, '')
    .replace(/^(?:lastsign|last|first)(?=[A-Z])/, '<attribution>')
    .replace(/^goal\d+/, 'goal<goal_id>')
    .replace(CURRENCY, '<currency>');
}

/**
 * As people know them; one that has no name stays as the API calls it.
 * @param goals names by number, put before what is counted of a goal
 */
export function columnNames(
  columns: readonly Cell[],
  language: Language,
  goals: ReadonlyMap<number, string> = new Map(),
): string[] {
  const { metric, dimension } = NAMES[language];
  const known: Readonly<Record<string, unknown>> = { ...dimension, ...metric };
  return columns.map((column) => {
    const short = String(column ?? '').replace(/^(?:ym|gp):[a-z]+:/, '');
    const name = known[short] ?? known[generalName(short)];
    const goal = goals.get(Number(/^goal(\d+)/.exec(short)?.[1] ?? Number.NaN));
    const said = typeof name === 'string' ? name : short;
    return goal === undefined ? said : `${goal}: ${said}`;
  });
}
