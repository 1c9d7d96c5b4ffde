/** What of a question of a funnel is its own; all else is read as of a report. */
import {
  FUNNEL_SCOPES,
  FunnelSteps,
  MAX_FUNNEL_DAYS,
  type FunnelScope,
  type FunnelStep,
} from '@goalpost/contract/reports/funnels';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { readJson } from '../actions/json.ts';
import { said } from '../actions/said.ts';
import type { RawParams } from '../parse/request.ts';
import { settle } from '../parse/settle.ts';

export interface Options {
  /** As a report is asked. */
  readonly question: RawParams;
  readonly steps: readonly FunnelStep[];
  readonly scope: FunnelScope;
  /** Seconds from the first step to the last at most; null: as long as the visit. */
  readonly window: number | null;
}

const USUAL_DAYS = 7;
const DAY = 86_400;
const SECONDS = { m: 60, h: 3_600, d: DAY } as const;

export function readOptions(raw: RawParams): Options | Problem {
  const { steps, scope, window, ...rest } = raw;
  const read = settle({
    steps: readSteps(said(steps)),
    scope: readScope(said(scope)),
    window: readWindow(said(window)),
  });
  if (isProblem(read)) return read;
  const usual = read.scope === 'visitor' ? USUAL_DAYS * DAY : null;
  return { ...read, window: read.window ?? usual, question: { ...rest, metrics: 'ym:s:visits' } };
}

const invalid = (location: string, message: string): Problem =>
  problem('invalid_parameter', `${location}: ${message}`, location);

function readSteps(text: string): readonly FunnelStep[] | Problem {
  if (text === '') return problem('missing_parameter', 'steps: a JSON list of steps is needed', 'steps');
  const steps = readJson(text, 'steps', FunnelSteps);
  if (isProblem(steps)) return steps;
  return steps[0]?.directly === true
    ? invalid('steps.0.directly', 'there is no step before the first')
    : steps;
}

function readScope(text: string): FunnelScope | Problem {
  const found = FUNNEL_SCOPES.find((one) => one === (text === '' ? 'visitor' : text));
  return found ?? invalid('scope', `${JSON.stringify(text)} is none of ${FUNNEL_SCOPES.join(', ')}`);
}

/** Such as `30m`, `12h`, `7d`; null where nothing is said. */
function readWindow(text: string): number | null | Problem {
  if (text === '') return null;
  const [, count, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (SECONDS[unit as keyof typeof SECONDS] ?? Number.NaN);
  if (seconds <= MAX_FUNNEL_DAYS * DAY) return seconds;
  return invalid(
    'window',
    `${JSON.stringify(text.slice(0, 30))} is no time such as 30m, 12h or 7d, of at most ${MAX_FUNNEL_DAYS} days`,
  );
}
