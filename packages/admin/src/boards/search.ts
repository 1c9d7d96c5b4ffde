/** What of a board stands in its address: the days of widgets that have none of their own. */
import { isPeriodName } from '../report/state/period.ts';

export interface BoardSearch {
  readonly period?: string | undefined;
}

export function readBoardSearch({ period }: Record<string, unknown>): BoardSearch {
  return typeof period === 'string' && isPeriodName(period) ? { period } : {};
}
