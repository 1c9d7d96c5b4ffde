/** The contract of a pass of planning: it decides one thing of the plan. One line in `plan/passes.ts` adds one. */
import type { Problem } from '../../kit/problem.ts';
import type { ReportRequest } from '../parse/request.ts';
import type { Lookup } from './lookup.ts';
import type { Plan, Subject } from './plan.ts';

/** What passes read. Nothing of it changes on the way. */
export interface Asked {
  readonly request: ReportRequest;
  readonly subject: Subject;
  /** Names by the plan as it is so far. */
  readonly lookup: (plan: Plan) => Lookup;
}

/** @returns what it adds to the plan that the passes before it have made */
export type Pass = (plan: Plan, asked: Asked) => Partial<Plan> | Problem;
