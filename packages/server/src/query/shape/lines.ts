/**
 * Answers as lines of cells: names, the totals on the first page, the rows [M30]. Where revenue leaves out other
 * currencies, a line below the totals names them [M32]; where days have sums only, another says so [M156].
 */
import type {
  BytimeResponse,
  ComparisonDrilldownResponse,
  ComparisonResponse,
  DataResponse,
  DimensionValue,
  DrilldownResponse,
  OtherRevenue,
} from '@goalpost/contract/reports';
import type { SumsNote } from '@goalpost/contract/reports/sums';
import type { Lines, Cell } from '../../kit/files/csv.ts';
import type { Language } from '../parse/request.ts';

const TOTALS: Readonly<Record<Language, string>> = { en: 'Total and average', ru: 'Итого и средние' };
const OTHERS: Readonly<Record<Language, string>> = {
  en: 'Left out: other currencies',
  ru: 'Не вошло: другие валюты',
};
const OTHER_COSTS: Readonly<Record<Language, string>> = {
  en: 'Left out: costs in other currencies',
  ru: 'Не вошло: расходы в других валютах',
};

type Noted = SumsNote | undefined;
type Table = Omit<DataResponse, 'sums'> & { readonly sums?: Noted | readonly Noted[] };

export function tableLines(answer: Table, names: LineNames): Lines {
  return [
    [...names.dimensions, ...names.metrics],
    ...(names.isFirstPage
      ? [
          [...totalCells(names), ...answer.totals],
          ...otherLines(answer, names, []),
          ...sumsLines([answer.sums].flat(), names.dimensions.length + names.metrics.length),
        ]
      : []),
    ...(names.dimensions.length === 0
      ? []
      : answer.data.map(({ dimensions, metrics }) => [...dimensions.map(nameOf), ...metrics])),
  ];
}

/** One level, with the dimension that is opened last alone. */
export function drilldownLines(answer: DrilldownResponse, names: LineNames): Lines {
  const data = answer.data.map(({ dimension, ...row }) => ({ dimensions: [dimension], ...row }));
  return tableLines({ ...answer, data }, names);
}

/** Metric by metric, of the one side and of the other. */
export function comparisonLines(answer: ComparisonResponse, names: LineNames): Lines {
  const both = <T>({ a, b }: { a?: readonly T[] | undefined; b?: readonly T[] | undefined }): T[] =>
    names.metrics.flatMap((_name, at) => [a?.[at], b?.[at]].filter((one) => one !== undefined));
  const { data, totals, other_revenue, other_costs, rates: _rates, sums, ...rest } = answer;
  const table = {
    ...rest,
    data: data.map(({ dimensions, metrics }) => ({ dimensions, metrics: both(metrics) })),
    totals: both(totals),
    other_revenue: both(other_revenue ?? {}),
    other_costs: both(other_costs ?? {}),
  };
  const metrics = names.metrics.flatMap((name) => [`${name} (a)`, `${name} (b)`]);
  return tableLines({ ...table, sums: [sums?.a, sums?.b], min: [], max: [] }, { ...names, metrics });
}

export function comparisonDrilldownLines(answer: ComparisonDrilldownResponse, names: LineNames): Lines {
  const data = answer.data.map(({ dimension, ...row }) => ({ dimensions: [dimension], ...row }));
  return comparisonLines({ ...answer, data }, names);
}

/** One line for each row and interval. */
export function chartLines(answer: BytimeResponse, names: LineNames): Lines {
  const lines = (head: readonly Cell[], series: readonly (readonly (number | null)[])[]): Cell[][] =>
    answer.time_intervals.map(([from], at) => [
      ...head,
      from,
      ...series.map((numbers) => numbers[at] ?? null),
    ]);
  return [
    [...names.dimensions, 'interval', ...names.metrics],
    ...lines(totalCells(names), answer.totals),
    ...otherLines(answer, names, ['']),
    ...sumsLines([answer.sums], names.dimensions.length + 1 + names.metrics.length),
    ...(names.dimensions.length === 0
      ? []
      : answer.data.flatMap(({ dimensions, metrics }) => lines(dimensions.map(nameOf), metrics))),
  ];
}

export interface LineNames {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly lang: Language;
  /** Totals stand on it alone: a reader of page after page would add them up. */
  readonly isFirstPage: boolean;
}

const nameOf = ({ name }: DimensionValue): string => name ?? '';

const totalCells = (names: LineNames): string[] => headCells(names, TOTALS);

function headCells({ dimensions, lang }: LineNames, words: Readonly<Record<Language, string>>): string[] {
  return dimensions.map((_name, index) => (index === 0 ? words[lang] : ''));
}

interface WithOthers {
  readonly other_revenue?: readonly (OtherRevenue | null)[] | undefined;
  readonly other_costs?: readonly (OtherRevenue | null)[] | undefined;
}

/** One line of revenue and one of costs, and none where nothing is left out. @param between cells between dimensions and metrics */
function otherLines(
  { other_revenue = [], other_costs = [] }: WithOthers,
  names: LineNames,
  between: readonly Cell[],
): Cell[][] {
  const line = (others: readonly (OtherRevenue | null)[], words: Readonly<Record<Language, string>>) => {
    if (others.every((sums) => sums === null || sums.length === 0)) return [];
    const cells = others.map((sums) =>
      (sums ?? []).map(({ currency, revenue }) => `${revenue} ${currency}`).join(', '),
    );
    return [[...headCells(names, words), ...between, ...cells]];
  };
  return [...line(other_revenue, OTHERS), ...line(other_costs, OTHER_COSTS)];
}

/** Each sentence once, in the first column: files outlive the screen that says it. @param width cells of a line */
function sumsLines(notes: readonly Noted[], width: number): Cell[][] {
  const sentences = new Set(notes.flatMap((note) => (note === undefined ? [] : [note.message])));
  return [...sentences].map((sentence) => [sentence, ...Array<null>(Math.max(width - 1, 0)).fill(null)]);
}
