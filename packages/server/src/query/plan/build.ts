/** From a request and what the records store knows to a plan: pass after pass. Pure. */
import { isUploaded } from '@goalpost/contract/goals';
import { isProblem, type Problem } from '../../kit/problem.ts';
import type { ReportRequest } from '../parse/request.ts';
import type { Registry } from '../registry.ts';
import { visits } from '../scopes/visits.ts';
import { createLookup } from './lookup.ts';
import type { Asked } from './pass.ts';
import { PASSES } from './passes.ts';
import { UTC } from './passes/period.ts';
import type { Plan, Subject } from './plan.ts';

export function buildPlan(request: ReportRequest, subject: Subject, registry: Registry): Plan | Problem {
  const asked: Asked = {
    request,
    subject,
    lookup: (plan) => createLookup(request, subject, plan, registry),
  };
  let plan = blank(request, subject);
  for (const pass of PASSES) {
    const decided = pass(plan, asked);
    if (isProblem(decided)) return decided;
    plan = { ...plan, ...decided };
  }
  return plan;
}

/** What no pass decides, and what stands where none decides otherwise. */
function blank(request: ReportRequest, subject: Subject): Plan {
  return {
    scope: visits,
    counters: subject.counters.map(({ id }) => id),
    zone: UTC,
    from: '',
    to: '',
    group: 'all',
    metrics: [],
    dimensions: [],
    opened: [],
    where: null,
    having: [],
    sort: [{ column: 'metric', index: 0, descending: true }],
    limit: request.limit,
    offset: request.offset,
    goals: subject.goals.map(({ id }) => id),
    favorites: subject.goals.filter(({ favorite }) => favorite).map(({ id }) => id),
    uploadedGoals: subject.goals.filter(({ type }) => isUploaded(type)).map(({ id }) => id),
    hasUploads: subject.counters.some(({ hasUploads }) => hasUploads),
    currency: request.currency ?? subject.counters[0]?.currency ?? '',
    rates: ratesOf(subject),
    robots: false,
    hosts: [],
    includeUndefined: request.includeUndefined,
    marks: subject.marks ?? [],
    sums: null,
    lang: request.lang,
  };
}

/** Those of the first counter, as with its zone and currency [M18]. */
function ratesOf({ counters: [first] }: Subject): Plan['rates'] {
  return first === undefined || first.rates.into === '' ? null : first.rates;
}
