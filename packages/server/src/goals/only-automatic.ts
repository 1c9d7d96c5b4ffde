/** Which events are automatic goals and nothing else: such an event takes no step of a multi-step goal [G25]. */
import { action } from './types/action.ts';
import { CATALOGUE } from './catalogue.ts';
import type { GoalDefinition } from './definition.ts';
import type { Subject } from './subject.ts';

/**
 * True for an event that an undeleted automatic goal is for, or a catalogue entry while the switch is on, unless
 * an undeleted goal of the owner's own is for exactly this event.
 */
export function onlyAutomatic(
  goals: readonly GoalDefinition[],
  autogoals: boolean,
): (subject: Subject) => boolean {
  const standing = goals.filter(({ status, type }) => status === 'Active' && type === 'action');
  const own = new Set(
    standing
      .filter(({ source }) => source === 'user')
      .flatMap(({ conditions }) => conditions.filter(({ type }) => type === 'exact').map(({ url }) => url)),
  );
  const catalogued = new Set(
    autogoals
      ? CATALOGUE.flatMap(({ type, conditions }) =>
          type === 'action' ? conditions.map(({ url }) => url) : [],
        )
      : [],
  );
  const automatic = standing.filter(({ source }) => source === 'auto').map((goal) => action.compile(goal));
  return (subject) =>
    subject.kind === 'event' &&
    !own.has(subject.identifier) &&
    (catalogued.has(subject.identifier) ||
      automatic.some((matcher) => matcher.match(subject, 0, null).reached.length > 0));
}
