/** A rule as the page gets it: conditions that only the server knows are already decided. */
import {
  isServerCondition,
  type InvitationRule,
  type RuleForPage,
  type ServerCondition,
} from '@goalpost/contract/chat';
import type { Source } from '../collect/index.ts';
import { assign } from './assignment.ts';

/** What the server knows of the visitor. */
export interface ServerFacts {
  readonly visitor: string;
  /** Of the present visit. */
  readonly source: Source;
  /** 1: this is the first. */
  readonly visitNumber: number;
  readonly country: string;
  readonly reachedGoals: ReadonlySet<number>;
}

/** Null where it cannot fire, whatever happens on the page. */
export function ruleForPage(rule: InvitationRule, facts: ServerFacts): RuleForPage | null {
  const decided = rule.conditions.filter(isServerCondition).map((condition) => holds(condition, facts));
  const left = rule.conditions.filter((condition) => !isServerCondition(condition));
  if (rule.join === 'all' && decided.includes(false)) return null;
  const isSure = rule.join === 'any' && decided.includes(true);
  if (rule.join === 'any' && !isSure && left.length === 0) return null;
  const { id, priority, join, frequency, action, author, texts } = rule;
  const { variant, control } = assign(facts.visitor, rule);
  return {
    id,
    priority,
    join,
    conditions: isSure ? [] : left,
    frequency,
    action,
    author,
    text: texts[variant] ?? '',
    variant,
    control,
  };
}

function holds(condition: ServerCondition, { source, ...facts }: ServerFacts): boolean {
  switch (condition.on) {
    case 'source':
      return condition.any.includes(source.trafficSource) || condition.any.includes(source.sourceEngine);
    case 'utm':
      return utmOf(source, condition.field).toLowerCase() === condition.value.toLowerCase();
    case 'visit_number':
      return (
        facts.visitNumber >= condition.atLeast &&
        (condition.atMost === null || facts.visitNumber <= condition.atMost)
      );
    case 'country':
      return condition.any.includes(facts.country);
    case 'goal':
      return facts.reachedGoals.has(condition.goalId) === condition.reached;
  }
}

function utmOf(source: Source, field: Extract<ServerCondition, { on: 'utm' }>['field']): string {
  switch (field) {
    case 'source':
      return source.utmSource;
    case 'medium':
      return source.utmMedium;
    case 'campaign':
      return source.utmCampaign;
    case 'content':
      return source.utmContent;
    case 'term':
      return source.utmTerm;
  }
}
