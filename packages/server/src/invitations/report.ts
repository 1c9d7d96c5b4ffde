/** The report of a rule: pure, from what happened on pages, in conversations and with goals. */
import type { InvitationGroup, InvitationReport, InvitationRule } from '@goalpost/contract/chat';
import { createSums, type Sums } from '../kit/sums.ts';
import type { VisitorReach } from '../visitors/port.ts';
import type { InvitationEvent } from './port.ts';
import { upliftOf } from './uplift.ts';

/** How long after an invitation what a visitor does is held to follow it. */
export const OUTCOME_MS = 7 * 86_400_000;
/** With fewer visitors in a group, no difference is claimed. */
const FEW = 100;

export interface ReportFacts {
  readonly rule: InvitationRule;
  readonly currency: string;
  /** Of the period. */
  readonly events: readonly InvitationEvent[];
  readonly conversations: readonly { readonly visitor: string; readonly at: number }[];
  /** Of goals that count as outcomes. */
  readonly reaches: readonly VisitorReach[];
}

/** One visitor of the rule: which group, when first shown, and what followed. */
interface Subject {
  readonly variant: number;
  readonly control: boolean;
  readonly shownAt: number;
  /** How often; or would have been, in the control group. */
  shown: number;
  seen: boolean;
  accepted: boolean;
  conversation: boolean;
  goals: number;
  readonly revenue: Sums;
}

export function invitationReport(facts: ReportFacts): InvitationReport {
  const subjects = [...subjectsOf(facts).values()];
  const asked = subjects.filter(({ control }) => !control);
  const groupOf = (some: readonly Subject[]) => figuresOf(some, facts.currency);
  const total = groupOf(asked);
  const control = groupOf(subjects.filter((subject) => subject.control));
  return {
    rule_id: facts.rule.id,
    currency: facts.currency,
    variants: facts.rule.texts.map((text, variant) => ({
      variant,
      text,
      ...groupOf(asked.filter((subject) => subject.variant === variant)),
    })),
    total,
    control,
    uplift: upliftOf(shareOf(total, 'converted'), shareOf(control, 'converted')),
    conversation_uplift: upliftOf(shareOf(total, 'conversations'), shareOf(control, 'conversations')),
    few_data: Math.min(total.visitors, control.visitors) < FEW,
  };
}

const shareOf = (group: InvitationGroup, what: 'converted' | 'conversations') => ({
  some: group[what],
  all: group.visitors,
});

function subjectsOf({ events, conversations, reaches }: ReportFacts): Map<string, Subject> {
  const subjects = new Map<string, Subject>();
  for (const event of events.toSorted((one, other) => one.at - other.at)) addEvent(subjects, event);
  for (const { visitor, at } of conversations) {
    const subject = subjects.get(visitor);
    if (subject !== undefined && follows(subject, at)) subject.conversation = true;
  }
  for (const reach of reaches) {
    const subject = subjects.get(reach.visitor);
    if (subject === undefined || !follows(subject, reach.at)) continue;
    subject.goals++;
    subject.revenue.add(reach.currency, reach.price);
  }
  return subjects;
}

function addEvent(subjects: Map<string, Subject>, event: InvitationEvent): void {
  const subject = subjects.get(event.visitor);
  if (subject === undefined) {
    if (event.kind !== 'shown') return;
    subjects.set(event.visitor, {
      variant: event.variant,
      control: event.control,
      shownAt: event.at,
      shown: 1,
      seen: false,
      accepted: false,
      conversation: false,
      goals: 0,
      revenue: createSums(),
    });
    return;
  }
  if (event.kind === 'shown') subject.shown++;
  else if (event.kind === 'seen') subject.seen = true;
  else if (event.kind === 'accepted') subject.accepted = true;
}

/** Times of reaches are whole seconds: one in the second of the showing follows it. */
function follows({ shownAt }: Subject, at: number): boolean {
  return at >= Math.floor(shownAt / 1_000) * 1_000 && at <= shownAt + OUTCOME_MS;
}

function figuresOf(subjects: readonly Subject[], currency: string): InvitationGroup {
  const count = (is: (subject: Subject) => boolean) => subjects.filter(is).length;
  const sum = (of: (subject: Subject) => number) => subjects.reduce((all, subject) => all + of(subject), 0);
  const revenue = createSums();
  for (const subject of subjects) revenue.addAll(subject.revenue);
  return {
    visitors: subjects.length,
    shown: sum(({ shown, control }) => (control ? 0 : shown)),
    held: sum(({ shown, control }) => (control ? shown : 0)),
    seen: count(({ seen }) => seen),
    accepted: count(({ accepted }) => accepted),
    conversations: count(({ conversation }) => conversation),
    converted: count(({ goals }) => goals > 0),
    goals: sum(({ goals }) => goals),
    revenue: revenue.of(currency),
    other_revenue: revenue.others(currency),
  };
}
