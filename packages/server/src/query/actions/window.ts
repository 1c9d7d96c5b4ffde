/** How far actions of one chain may lie apart: the parameter `window`. */
import { MAX_FUNNEL_DAYS, type FunnelScope } from '@goalpost/contract/reports/funnels';
import { problem, type Problem } from '../../kit/problem.ts';

const USUAL_DAYS = 7;
const DAY = 86_400;
const SECONDS = { m: 60, h: 3_600, d: DAY } as const;

/** Seconds where nothing is said; null: as long as the visit. */
export const usualWindow = (scope: FunnelScope): number | null =>
  scope === 'visitor' ? USUAL_DAYS * DAY : null;

/** Such as `30m`, `12h`, `7d`; null where nothing is said. */
export function readWindow(text: string): number | null | Problem {
  if (text === '') return null;
  const [, count, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (SECONDS[unit as keyof typeof SECONDS] ?? Number.NaN);
  if (seconds <= MAX_FUNNEL_DAYS * DAY) return seconds;
  const what = JSON.stringify(text.slice(0, 30));
  const message = `window: ${what} is no time such as 30m, 12h or 7d, of at most ${MAX_FUNNEL_DAYS} days`;
  return problem('invalid_parameter', message, 'window');
}
