/** Annotations that make themselves: one a day for each thing that was changed, or that fell silent [M109]. Pure. */
import type { Annotation } from '@goalpost/contract/notices';
import type { Occurrence } from './port.ts';

/**
 * @param dayOf of a moment, where the counter is
 * @param goalName null: it is not known any more
 */
export function madeOf(
  occurrences: readonly Occurrence[],
  dayOf: (moment: number) => string,
  goalName: (id: string) => string | null,
): Annotation[] {
  const groups = Map.groupBy(occurrences, ({ kind, target, at }) => `${dayOf(at)} ${kind} ${target}`);
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((one, other) => one.at - other.at);
    const last = sorted.at(-1);
    if (last === undefined) return [];
    const isGoal = last.kind === 'goal';
    const details = [...new Set(sorted.map((one) => one.details).filter(Boolean))].join(', ');
    return [
      {
        id: null,
        kind: last.kind,
        verb: verbOf(sorted),
        day: dayOf(last.at),
        text: isGoal
          ? (goalName(last.target) ?? last.target)
          : last.kind === 'counter'
            ? details.slice(0, 200)
            : '',
        author: [...new Set(sorted.map(({ author }) => author).filter(Boolean))].join(', '),
      },
    ];
  });
}

/** Made and then changed on one day, it was made; deleted at last, it was deleted. */
function verbOf(sorted: readonly Occurrence[]): Annotation['verb'] {
  const verbs = sorted.map(({ verb }) => verb);
  const last = verbs.at(-1) ?? 'changed';
  return last === 'changed' && verbs.includes('made') ? 'made' : last;
}
