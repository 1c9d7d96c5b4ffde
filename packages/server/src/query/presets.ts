/** Presets of the field that have no screen of their own: answered by the API alone [M58]. One line adds one. */
import type { Report } from './report.ts';

const LEVELS = ['1', '2', '3', '4', '5'];

/** Names without their prefix. */
const of =
  (prefix: string) =>
  (id: string, dimensions: readonly string[], metrics: readonly string[]): Report => ({
    id,
    dimensions: dimensions.map((name) => prefix + name),
    metrics: metrics.map((name) => prefix + name),
  });

const pages = of('ym:pv:');
const events = of('ym:ep:');
const levels = (name: string): string[] => LEVELS.map((level) => `${name}Level${level}`);
const paths = (name: string): string[] => [
  ...LEVELS.slice(0, 4).map((level) => `${name}PathLevel${level}`),
  name,
];

export const PRESETS: readonly Report[] = [
  pages('popular', paths('URL'), ['pageviews', 'users']),
  pages('titles', ['title'], ['pageviews', 'users']),
  pages('url_params', ['URLParamName', 'URLParamNameAndValue'], ['pageviews', 'users']),
  of('ym:dl:')('downloads', paths('URL'), ['downloads', 'users']),
  events('event_params', levels('eventParams'), ['eventsNumber', 'users']),
  events('goal_params', ['goalReached', ...levels('eventParams')], ['eventsNumber', 'users']),
  of('ym:up:')('content_user_params', levels('params'), ['users', 'params']),
];
