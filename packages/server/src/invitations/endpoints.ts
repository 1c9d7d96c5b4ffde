/** Invitation rules over HTTP: list, make, change, delete, and each one's report. */
import {
  InvitationReport,
  InvitationRuleAnswer,
  InvitationRuleInput,
  InvitationRuleList,
  type InvitationRule,
} from '@goalpost/contract/chat';
import { Success } from '@goalpost/contract/goals';
import { z } from 'zod';
import type { CounterStore, GoalStore } from '../counters/index.ts';
import type { Clock } from '../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { createLocalTime } from '../kit/dates/local-time.ts';
import { problem, type Problem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import type { VisitorReaches } from '../visitors/port.ts';
import type { ConversationTimes, InvitationStore } from './port.ts';
import { invitationReport, OUTCOME_MS } from './report.ts';
import { DAY_MS, daysLater } from '../kit/dates/calendar-day.ts';

export interface InvitationEndpointDeps {
  readonly invitations: InvitationStore;
  readonly conversations: ConversationTimes;
  readonly reaches: VisitorReaches;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Pick<GoalStore, 'list'>;
  readonly clock: Clock;
}

const MAX_RULES = 100;
const DEFAULT_DAYS = 30;
const RULES = '/api/v1/counters/:counterId/chat/rules';

const OfRule = CounterParams.extend({ ruleId: z.string().max(64) });
const RuleBody = z.object({ rule: InvitationRuleInput });
const Day = z.iso.date();
const Period = z.object({ date1: Day.optional(), date2: Day.optional() });

export function invitationEndpoints(deps: InvitationEndpointDeps): Endpoint[] {
  const { invitations } = deps;
  return [
    defineEndpoint({
      method: 'GET',
      url: RULES,
      summary: 'Invitation rules',
      tag: 'chat',
      auth: { counter: 'view' },
      params: CounterParams,
      response: InvitationRuleList,
      handle: async ({ params }) => ({ rules: await invitations.rules(params.counterId) }),
    }),
    defineEndpoint({
      method: 'POST',
      url: RULES,
      summary: 'Make an invitation rule',
      tag: 'chat',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: RuleBody,
      response: InvitationRuleAnswer,
      handle: async ({ params, body }) => {
        const { counterId } = params;
        if ((await invitations.rules(counterId)).length >= MAX_RULES) {
          return problem('limit_exceeded', `A counter has at most ${MAX_RULES} invitation rules.`);
        }
        return answer(await invitations.saveRule(counterId, null, body.rule));
      },
    }),
    defineEndpoint({
      method: 'PUT',
      url: `${RULES}/:ruleId`,
      summary: 'Replace an invitation rule',
      tag: 'chat',
      auth: { counter: 'edit' },
      params: OfRule,
      body: RuleBody,
      response: InvitationRuleAnswer,
      handle: async ({ params, body }) =>
        answer(await invitations.saveRule(params.counterId, params.ruleId, body.rule)),
    }),
    defineEndpoint({
      method: 'DELETE',
      url: `${RULES}/:ruleId`,
      summary: 'Delete an invitation rule',
      tag: 'chat',
      auth: { counter: 'edit' },
      params: OfRule,
      response: Success,
      handle: async ({ params }) =>
        (await invitations.deleteRule(params.counterId, params.ruleId)) ? { success: true } : noSuchRule(),
    }),
    defineEndpoint({
      method: 'GET',
      url: `${RULES}/:ruleId/report`,
      summary: 'What a rule brought, against the group that got no invitation',
      tag: 'chat',
      auth: { counter: 'view' },
      params: OfRule,
      query: Period,
      response: InvitationReport,
      handle: async ({ params, query }, { signal }) => {
        const rule = await invitations.rule(params.counterId, params.ruleId);
        const counter = await deps.counters.get(params.counterId);
        if (rule === null || counter === null) return noSuchRule();
        const period = periodOf(query, counter.timeZone, deps.clock.now());
        return 'from' in period ? report(deps, { rule, currency: counter.currency, period, signal }) : period;
      },
    }),
  ];
}

interface ReportAsk {
  readonly rule: InvitationRule;
  readonly currency: string;
  readonly period: { readonly from: number; readonly to: number };
  readonly signal: AbortSignal;
}

async function report(deps: InvitationEndpointDeps, { rule, currency, period, signal }: ReportAsk) {
  const { counterId, id } = rule;
  const { from, to } = period;
  const until = to + OUTCOME_MS;
  const events = await deps.invitations.events(counterId, id, from, to);
  const visitors = [...new Set(events.map(({ visitor }) => visitor))];
  const [conversations, reaches, counted] = await Promise.all([
    deps.conversations.begun(counterId, from, until),
    deps.reaches.reaches(counterId, visitors, from, until, signal),
    outcomeGoals(deps, counterId),
  ]);
  return invitationReport({
    rule,
    currency,
    events,
    conversations,
    reaches: reaches.filter(({ goalId }) => counted.has(goalId)),
  });
}

/** The owner's own: the automatic ones of the chat would only say that who was invited was invited. */
async function outcomeGoals({ goals }: InvitationEndpointDeps, counterId: number): Promise<Set<number>> {
  const active = await goals.list(counterId, false);
  return new Set(active.filter(({ source }) => source === 'user').map(({ id }) => id));
}

/** Days are the counter's. */
function periodOf(
  { date1, date2 }: z.output<typeof Period>,
  timeZone: string,
  now: number,
): { from: number; to: number } | Problem {
  const local = createLocalTime(timeZone);
  const to = date2 === undefined ? now : local.startOfDay(daysLater(date2, 1)) - 1;
  const from = date1 === undefined ? to - DEFAULT_DAYS * DAY_MS : local.startOfDay(date1);
  return from <= to ? { from, to } : problem('invalid_parameter', 'date1 is after date2.', 'date1');
}

const noSuchRule = (): Problem => problem('not_found', 'There is no such invitation rule.', 'ruleId');

function answer(rule: InvitationRule | null): { rule: InvitationRule } | Problem {
  return rule === null ? noSuchRule() : { rule };
}
