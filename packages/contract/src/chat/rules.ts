/**
 * When an invitation fires: pure, and free of any library, since the widget carries it to the page.
 * Rules: docs/spec/chat.md, C42 and C43.
 */
import type { RuleCondition, RuleForPage } from './invitations.ts';

/** What the page knows at a moment. Times are seconds; null: never. */
export interface PageFacts {
  readonly secondsOnPage: number;
  readonly secondsOnSite: number;
  readonly url: string;
  readonly referrer: string;
  /** Pages of this visit, this one included. */
  readonly pagesSeen: number;
  /** As the browser says, e.g. `en-GB`. */
  readonly language: string;
  readonly phone: boolean;
  /** Deepest so far, of the page's height. */
  readonly scrollPercent: number;
  /** The pointer left through the top of the page. */
  readonly exitIntent: boolean;
  /** Something is in the cart. */
  readonly cartFilled: boolean;
  /** Whether an operator is online. */
  readonly online: boolean;
  readonly secondsSinceClosed: number | null;
  readonly secondsSinceInvitation: number | null;
}

/** Conditions that are decided before a rule reaches the page. */
export type ServerCondition = Extract<
  RuleCondition,
  { on: 'source' | 'utm' | 'visit_number' | 'country' | 'goal' }
>;
export type PageCondition = Exclude<RuleCondition, ServerCondition>;

const SERVER_CONDITIONS: readonly RuleCondition['on'][] = [
  'source',
  'utm',
  'visit_number',
  'country',
  'goal',
];

export function isServerCondition(condition: RuleCondition): condition is ServerCondition {
  return SERVER_CONDITIONS.includes(condition.on);
}

/** The highest of the rules that fire now; of equals, the first. The caller holds back what it may not show. */
export function firingRule(rules: readonly RuleForPage[], facts: PageFacts): RuleForPage | null {
  let best: RuleForPage | null = null;
  for (const rule of rules) {
    if ((best === null || rule.priority > best.priority) && fires(rule, facts)) best = rule;
  }
  return best;
}

/** No condition left: the server has found that all there was to ask holds. */
export function fires(
  { join, conditions }: Pick<RuleForPage, 'join' | 'conditions'>,
  facts: PageFacts,
): boolean {
  if (conditions.length === 0) return true;
  const holdsNow = (condition: RuleCondition) => isServerCondition(condition) || holds(condition, facts);
  return join === 'all' ? conditions.every(holdsNow) : conditions.some(holdsNow);
}

function holds(condition: PageCondition, facts: PageFacts): boolean {
  switch (condition.on) {
    case 'time_on_page':
      return facts.secondsOnPage >= condition.seconds;
    case 'time_on_site':
      return facts.secondsOnSite >= condition.seconds;
    case 'page_url':
      return addressIs(condition.op, facts.url, condition.value);
    case 'referrer':
      return addressIs(condition.op, facts.referrer, condition.value);
    case 'pages_seen':
      return facts.pagesSeen >= condition.atLeast;
    case 'language':
      return condition.any.some((language) => sameLanguage(facts.language, language));
    case 'device':
      return facts.phone === (condition.is === 'mobile');
    case 'scroll':
      return facts.scrollPercent >= condition.percent;
    case 'exit_intent':
      return facts.exitIntent;
    case 'cart':
      return facts.cartFilled === condition.filled;
    case 'online':
      return facts.online === condition.is;
    case 'since_closed':
      return isLongAgo(facts.secondsSinceClosed, condition.seconds);
    case 'since_invitation':
      return isLongAgo(facts.secondsSinceInvitation, condition.seconds);
  }
}

/** Addresses are compared as they are written, but for their case. */
function addressIs(
  op: 'is' | 'contains' | 'starts' | 'not_contains',
  address: string,
  value: string,
): boolean {
  const have = address.toLowerCase();
  const wanted = value.toLowerCase();
  switch (op) {
    case 'is':
      return have === wanted;
    case 'contains':
      return have.includes(wanted);
    case 'starts':
      return have.startsWith(wanted);
    case 'not_contains':
      return !have.includes(wanted);
  }
}

/** `en` is any English; `en-GB` is British English alone. */
function sameLanguage(have: string, wanted: string): boolean {
  const language = have.toLowerCase();
  const asked = wanted.toLowerCase();
  return language === asked || language.startsWith(`${asked}-`);
}

/** What never happened is long enough ago. */
function isLongAgo(seconds: number | null, wanted: number): boolean {
  return seconds === null || seconds >= wanted;
}
