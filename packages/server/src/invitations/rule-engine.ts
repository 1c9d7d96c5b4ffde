/** The invitations' desk: which rules a page is to watch for, and what became of them there. */
import type { InvitationRule, WorkingHours } from '@goalpost/contract/chat';
import { createWorkingHours, type InvitationDesk, type RuleSubject } from '../chat/index.ts';
import { sourceOf, type CounterDirectory } from '../collect/index.ts';
import type { CounterStore } from '../counters/index.ts';
import type { Story, VisitorStory } from '../visitors/port.ts';
import { assign } from './assignment.ts';
import { createConcurrencyLimit, type ConcurrencyLimit } from '../kit/limits/concurrency.ts';
import { ruleForPage, type ServerFacts } from './page-rule.ts';
import type { InvitationStore } from './port.ts';
import { DAY_MS } from '../kit/dates/calendar-day.ts';

export interface InvitationDeskDeps {
  readonly invitations: InvitationStore;
  readonly story: VisitorStory;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly directory: CounterDirectory;
}

const UNKNOWN: Story = { visits: [], pages: [] };
/** Of these questions to the analytics store: strangers may open sockets, and reports are asked of it, too. */
const AT_ONCE = 16;
const MOST_WAITING = 1_000;

export function createInvitationDesk(deps: InvitationDeskDeps): InvitationDesk {
  const { invitations, counters } = deps;
  const isWorking = createWorkingHours();
  const limited = createConcurrencyLimit(AT_ONCE, MOST_WAITING);
  return {
    async rulesFor(who) {
      const { counterId, visitor, now } = who;
      const enabled = (await invitations.rules(counterId)).filter((rule) => rule.enabled);
      if (enabled.length === 0) return [];
      const { timeZone = 'UTC' } = (await counters.get(counterId)) ?? {};
      const lastShown = await invitations.lastShown(counterId, visitor);
      const watched = enabled.filter(
        (rule) =>
          isWorking(hoursOf(rule, timeZone), now) && mayShow(rule.frequency, lastShown.get(rule.id), now),
      );
      if (watched.length === 0) return [];
      const facts = await factsOf(deps, who, watched.some(needsStory) ? limited : null);
      return watched.flatMap((rule) => ruleForPage(rule, facts) ?? []);
    },

    async asksForGoals(counterId) {
      const rules = await invitations.rules(counterId);
      return rules.some(({ enabled, conditions }) => enabled && conditions.some(({ on }) => on === 'goal'));
    },

    async happened({ counterId, visitor }, ruleId, event, at) {
      const rule = await invitations.rule(counterId, ruleId);
      if (rule === null) return null;
      // Whose group a visitor is in is never for the page to say.
      const { variant, control } = assign(visitor, rule);
      const kind = event === 'held' ? 'shown' : event;
      if (!control || kind === 'shown') {
        await invitations.record({ counterId, ruleId, variant, control, visitor, kind, at });
      }
      return { text: rule.texts[variant] ?? '', author: rule.author, variant };
    },
  };
}

/** A rule's schedule is in the counter's time zone. */
export function hoursOf(
  { schedule }: Pick<InvitationRule, 'schedule'>,
  timeZone: string,
): WorkingHours | null {
  return schedule && { timeZone, spans: [schedule] };
}

/** Few rules ask for a visitor's past; the others need not wait for the analytics store. */
function needsStory({ conditions }: InvitationRule): boolean {
  return conditions.some(({ on }) => on === 'goal' || on === 'visit_number');
}

/** Once a visit is for the page to hold: it knows best when a visit began. */
function mayShow(frequency: 'visit' | 'day' | 'ever', lastShown: number | undefined, now: number): boolean {
  if (lastShown === undefined || frequency === 'visit') return true;
  return frequency === 'day' && now - lastShown >= DAY_MS;
}

/**
 * The present visit may not be in the store yet: its source is told from the page, and a latest visit that
 * ended longer ago than the timeout is not the present one.
 */
async function factsOf(
  deps: InvitationDeskDeps,
  who: RuleSubject,
  limited: ConcurrencyLimit | null,
): Promise<ServerFacts> {
  const { counterId, visitor, context, now } = who;
  const config = deps.directory.get(counterId);
  const timeoutMs = (config?.visitTimeout ?? 0) * 1_000;
  // Rules are not worth a visitor's wait: without the store, what it knows counts as unknown.
  const asked = limited?.(() => deps.story.story(counterId, visitor)).catch(() => null);
  const story = (await asked) ?? UNKNOWN;
  const latest = story.visits[0];
  const isPresent = latest !== undefined && now - (latest.startedAt + latest.duration * 1_000) <= timeoutMs;
  const landing = context.landing ?? context;
  return {
    visitor,
    source: sourceOf(landing.url, landing.referrer, config?.hosts ?? []),
    visitNumber: story.visits.length + (isPresent ? 0 : 1),
    country: context.country,
    reachedGoals: new Set(story.visits.flatMap((visit) => visit.goalIds)),
  };
}
