/** Cells of a sent report as screens write them: percent, money, lengths of time. */
import { METRICS, type MetricInfo } from '@goalpost/contract/reports/names';
import { CURRENCY, generalName } from './words.ts';

type Cell = string | number | null;
type Write = (value: number) => string;

const NOTHING = '–';

/**
 * @param columns names of the API, dimensions first
 * @param currency of revenue, e.g. `EUR`
 * @returns cells of a line as text, in their order
 */
export function cellWriter(
  columns: readonly Cell[],
  language: 'en' | 'ru',
  currency: string,
): (line: readonly Cell[]) => string[] {
  const writers = columns.map((column) => writerOf(String(column ?? ''), language, currency));
  return (line) =>
    line.map((value, at) =>
      typeof value === 'number' ? (writers[at] ?? String)(value) : (value ?? NOTHING),
    );
}

function writerOf(column: string, language: 'en' | 'ru', currency: string): Write {
  const known: Readonly<Record<string, MetricInfo | undefined>> = METRICS;
  const general = generalName(column);
  const number = (options: Intl.NumberFormatOptions): Write => {
    const format = new Intl.NumberFormat(language, options);
    return (value) => format.format(value);
  };
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  switch (known[general]?.unit) {
    case 'percent': {
      const write = number({ ...two, style: 'percent' });
      return (value) => write(value / 100);
    }
    case 'money':
      return number({
        style: 'currency',
        currency: currencyOf(column) ?? currency,
        currencyDisplay: 'narrowSymbol',
      });
    case 'duration':
      return duration;
    case 'decimal':
      return number(two);
    default:
      return number({ maximumFractionDigits: 2 });
  }
}

const currencyOf = (column: string): string | undefined => CURRENCY.exec(column)?.[0];

function duration(value: number): string {
  const seconds = Math.round(value);
  const pad = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  return `${hours === 0 ? String(minutes) : `${hours}:${pad(minutes)}`}:${pad(seconds % 60)}`;
}
