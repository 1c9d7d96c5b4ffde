/** What of a question of retention is its own; all else is read as of a report. */
import {
  RETENTION_MODES,
  RETENTION_UNITS,
  RetentionAction,
  type RetentionMode,
  type RetentionUnit,
} from '@goalpost/contract/reports/retention';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { readJson } from '../actions/json.ts';
import { oneOf } from '../actions/one-of.ts';
import { said } from '../actions/said.ts';
import type { RawParams } from '../parse/request.ts';
import { settle } from '../parse/settle.ts';

export interface Options {
  /** As a report is asked. */
  readonly question: RawParams;
  readonly first: RetentionAction;
  readonly second: RetentionAction;
  readonly unit: RetentionUnit;
  readonly mode: RetentionMode;
}

export function readOptions(raw: RawParams): Options | Problem {
  const { first, return: second, unit, mode, ...rest } = raw;
  const read = settle({
    first: readAction(said(first), 'first'),
    second: readAction(said(second), 'return'),
    unit: oneOf(RETENTION_UNITS, said(unit) || 'week', 'unit'),
    mode: oneOf(RETENTION_MODES, said(mode) || 'calendar', 'mode'),
  });
  if (isProblem(read)) return read;
  return { ...read, question: { date1: '55daysAgo', ...rest, metrics: 'ym:s:visits' } };
}

const readAction = (text: string, location: string): RetentionAction | Problem =>
  text === '' ? { type: 'visit' } : readJson(text, location, RetentionAction);
