/** The words of a mailed report, and the names of its columns, in both languages. */
import { enNames } from '@goalpost/contract/reports/names/en';
import { ruNames } from '@goalpost/contract/reports/names/ru';

type Language = 'en' | 'ru';
type Cell = string | number | null;

interface Words {
  cell(value: Cell): string;
  more(shown: number, all: number): string;
  readonly open: string;
  readonly foot: string;
}

function cellIn(language: Language): Words['cell'] {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (value) => (typeof value === 'number' ? number.format(value) : (value ?? '–'));
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    cell: cellIn('en'),
    more: (shown, all) => `The first ${shown} rows of ${all}; all of them are in the file.`,
    open: 'Open the report',
    foot: 'You get this because a schedule of this counter says so. It can be changed under “Alerts and schedules”.',
  },
  ru: {
    cell: cellIn('ru'),
    more: (shown, all) => `Первые ${shown} строк из ${all}; все строки — в файле.`,
    open: 'Открыть отчёт',
    foot: 'Вы получили это, потому что так настроена рассылка счётчика. Изменить её можно в разделе «Оповещения и рассылки».',
  },
};

const NAMES = { en: enNames, ru: ruNames } as const;

/** As people know them; one that has no name stays as the API calls it. */
export function columnNames(columns: readonly Cell[], language: Language): string[] {
  const { metric, dimension } = NAMES[language];
  const known: Readonly<Record<string, unknown>> = { ...dimension, ...metric };
  return columns.map((column) => {
    const short = String(column ?? '').replace(/^ym:[a-z]+:/, '');
    const general = short
      .replace(/^(?:lastsign|last|first)(?=[A-Z])/, '')
      .replace(/^goal\d+/, 'goal<goal_id>');
    const name = known[short] ?? known[general];
    return typeof name === 'string' ? name : short;
  });
}
