/** Rows of moves as the places of an answer, nearest to the action first. */
import {
  JOURNEY_NONE,
  JOURNEY_OTHER,
  type JourneyKind,
  type JourneyPlace,
  type JourneyStep,
} from '@goalpost/contract/reports/journeys';
import { BEGINNINGS } from '../shape/beginnings.ts';
import { fromTable, type Words } from '../shape/words.ts';

export interface Move {
  readonly side: 'before' | 'after';
  readonly place: number | string;
  readonly origin: string;
  readonly target: string;
  readonly journeys: number | string;
  /** From 1; the steps of others are those behind the last that is named. */
  readonly rank: number | string;
}

const beginning = fromTable(BEGINNINGS);

export function placesOf(moves: readonly Move[], journeys: number, words: Words): JourneyPlace[] {
  const share = (count: number): number | null => (journeys === 0 ? null : (count / journeys) * 100);
  const counted = (list: readonly Move[]) => {
    const count = list.reduce((sum, move) => sum + Number(move.journeys), 0);
    return { count, share: share(count) };
  };
  const byPlace = [...Map.groupBy(moves, ({ place }) => Number(place))].toSorted(([a], [b]) => a - b);
  return byPlace.map(([, list]) => {
    const byTarget = Map.groupBy(list, ({ target }) => target);
    const other = byTarget.get(JOURNEY_OTHER) ?? [];
    const steps = [...byTarget]
      .filter(([target]) => target !== JOURNEY_OTHER && target !== JOURNEY_NONE)
      .map(([key, own]): JourneyStep => ({ ...stepOf(key, words), ...counted(own) }))
      .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
    return {
      steps,
      other: {
        ...counted(other),
        distinct: Math.max(0, ...other.map(({ rank }) => Number(rank) - steps.length)),
      },
      none: counted(byTarget.get(JOURNEY_NONE) ?? []),
      links: list.map(({ origin, target, journeys: count }) => ({
        from: origin,
        to: target,
        count: Number(count),
      })),
    };
  });
}

function stepOf(key: string, words: Words): Pick<JourneyStep, 'key' | 'type' | 'value' | 'name'> {
  const colon = key.indexOf(':');
  const type = key.slice(0, colon) as JourneyKind;
  const value = key.slice(colon + 1);
  return { key, type, value, name: nameOf(type, value, words) };
}

function nameOf(type: JourneyKind, value: string, words: Words): string {
  if (type === 'goal') return words.goalNames.get(value) ?? value;
  return type === 'chat' ? (beginning(value, words).name ?? value) : value;
}
