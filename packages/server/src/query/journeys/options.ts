/** What of a question of journeys is its own; all else is read as of a report. */
import { Action } from '@goalpost/contract/reports/actions';
import { FUNNEL_SCOPES, type FunnelScope } from '@goalpost/contract/reports/funnels';
import {
  JOURNEY_DIRECTIONS,
  JOURNEY_KINDS,
  MAX_JOURNEY_BREADTH,
  MAX_JOURNEY_DEPTH,
  type JourneyDirection,
  type JourneyKind,
} from '@goalpost/contract/reports/journeys';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { readJson } from '../actions/json.ts';
import { numberUpTo, oneOf } from '../actions/one-of.ts';
import { said } from '../actions/said.ts';
import { readWindow, usualWindow } from '../actions/window.ts';
import type { RawParams } from '../parse/request.ts';
import { settle } from '../parse/settle.ts';

export interface Options {
  /** As a report is asked. */
  readonly question: RawParams;
  readonly about: Action;
  readonly direction: JourneyDirection;
  readonly kinds: readonly JourneyKind[];
  readonly depth: number;
  readonly breadth: number;
  readonly scope: FunnelScope;
  /** Seconds between the action and a step at most; null: as long as the visit. */
  readonly window: number | null;
}

const USUAL_KINDS: readonly JourneyKind[] = ['page', 'event', 'download', 'chat'];

export function readOptions(raw: RawParams): Options | Problem {
  const { about, direction, kinds, depth, breadth, scope, window, ...rest } = raw;
  const read = settle({
    about: readAbout(said(about)),
    direction: oneOf(JOURNEY_DIRECTIONS, said(direction) || 'both', 'direction'),
    kinds: readKinds(said(kinds)),
    depth: numberUpTo(MAX_JOURNEY_DEPTH, said(depth) || '3', 'depth'),
    breadth: numberUpTo(MAX_JOURNEY_BREADTH, said(breadth) || '5', 'breadth'),
    scope: oneOf(FUNNEL_SCOPES, said(scope) || 'visit', 'scope'),
    window: readWindow(said(window)),
  });
  if (isProblem(read)) return read;
  return {
    ...read,
    window: read.window ?? usualWindow(read.scope),
    question: { ...rest, metrics: 'ym:s:visits' },
  };
}

function readAbout(text: string): Action | Problem {
  if (text !== '') return readJson(text, 'about', Action);
  return problem('missing_parameter', 'about: an action is needed, such as {"type":"chat"}', 'about');
}

function readKinds(text: string): readonly JourneyKind[] | Problem {
  if (text === '') return USUAL_KINDS;
  const read = text.split(',').map((one) => oneOf(JOURNEY_KINDS, one.trim(), 'kinds'));
  const wrong = read.find(isProblem);
  return wrong ?? JOURNEY_KINDS.filter((kind) => read.includes(kind));
}
