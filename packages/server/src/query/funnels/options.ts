/** What of a question of a funnel is its own; all else is read as of a report. */
import {
  FUNNEL_SCOPES,
  FunnelSteps,
  type FunnelScope,
  type FunnelStep,
} from '@goalpost/contract/reports/funnels';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { readJson } from '../actions/json.ts';
import { oneOf } from '../actions/one-of.ts';
import { said } from '../actions/said.ts';
import { readWindow, usualWindow } from '../actions/window.ts';
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

export function readOptions(raw: RawParams): Options | Problem {
  const { steps, scope, window, ...rest } = raw;
  const read = settle({
    steps: readSteps(said(steps)),
    scope: oneOf(FUNNEL_SCOPES, said(scope) || 'visitor', 'scope'),
    window: readWindow(said(window)),
  });
  if (isProblem(read)) return read;
  return {
    ...read,
    window: read.window ?? usualWindow(read.scope),
    question: { ...rest, metrics: 'ym:s:visits' },
  };
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
