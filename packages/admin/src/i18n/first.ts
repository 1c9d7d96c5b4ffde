/** Picks the words that a first report is drawn with; those of other screens are loaded with them. */
import type { English, Russian } from './catalogue.ts';

/** Whole sections, and single words of others: mostly titles that the menu shows. */
export const FIRST = [
  'product',
  'skip',
  'nav',
  'counter',
  'menu',
  'find',
  'word',
  'leave',
  'failure',
  'keys',
  'report',
  'source',
  'device',
  'filter',
  'segment',
  'attribution',
  'levels',
  'columns',
  'export',
  'sides',
  'notes',
  'metric',
  'dimension',
  'alerts.title',
  'boards.add',
  'boards.title',
  'catalogue.title',
  'chat.console',
  'chat.nav',
  'chat.tabs',
  'conversions.title',
  'health.toInstall',
  'journeys.title',
  'models.title',
  'now.title',
  'paths.funnels',
  'people.title',
  'privacy.title',
  'retention.title',
  'share.button',
  'visits.title',
] as const;

/** @returns the same tree with nothing but the words of `FIRST` */
export function firstOf(catalogue: English | Russian): Readonly<Record<string, unknown>> {
  const known: Readonly<Record<string, unknown>> = catalogue;
  const first: Record<string, unknown> = {};
  for (const path of FIRST) {
    const [section = '', word] = path.split('.');
    const whole = known[section];
    first[section] =
      word === undefined
        ? whole
        : { ...(first[section] as object | undefined), [word]: (whole as Record<string, unknown>)[word] };
  }
  return first;
}
