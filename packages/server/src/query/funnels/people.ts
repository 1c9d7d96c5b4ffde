/** Whose list is asked: those who came to a step, or those of them who came no further. */
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
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
  const read = settle({ step: readStep(said(step), steps), outcome: readOutcome(said(outcome)) });
  if (isProblem(read) || read.outcome === 'reached' || read.step < steps) return read;
  return problem('invalid_parameter', 'step: nobody is lost after the last step', 'step');
}

function readStep(text: string, steps: number): number | Problem {
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= steps) return Number(text);
  return problem('invalid_parameter', `step: a number from 1 to ${steps} is needed`, 'step');
}

function readOutcome(text: string): Outcome | Problem {
  const found = OUTCOMES.find((one) => one === (text === '' ? 'lost' : text));
  return (
    found ??
    problem(
      'invalid_parameter',
      `outcome: ${JSON.stringify(text.slice(0, 30))} is none of ${OUTCOMES.join(', ')}`,
      'outcome',
    )
  );
}
