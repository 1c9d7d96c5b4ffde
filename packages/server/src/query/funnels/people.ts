/** Whose list is asked: those who came to a step, or those of them who came no further. */
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { numberUpTo, oneOf } from '../actions/one-of.ts';
import { said } from '../actions/said.ts';
import type { RawParams } from '../parse/request.ts';
import { settle } from '../parse/settle.ts';

const OUTCOMES = ['lost', 'reached'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface People {
  /** From 1. */
  readonly step: number;
  readonly outcome: Outcome;
}

export function readPeople(
  step: RawParams[string],
  outcome: RawParams[string],
  steps: number,
): People | Problem {
  const read = settle({
    step: numberUpTo(steps, said(step), 'step'),
    outcome: oneOf(OUTCOMES, said(outcome) || 'lost', 'outcome'),
  });
  if (isProblem(read) || read.outcome === 'reached' || read.step < steps) return read;
  return problem('invalid_parameter', 'step: nobody is lost after the last step', 'step');
}
