/** A journey's answer as columns of boxes and the links between them, from left to right. Pure. */
import type { JourneyKind, JourneyPlace, JourneysResponse } from '@goalpost/contract/reports/journeys';

/** As the contract names them; its file brings the validator, which a screen's code does without. */
export const ABOUT = 'about';
export const OTHER = 'other';
export const NONE = 'none';

export interface Box {
  readonly key: string;
  readonly kind: JourneyKind | typeof ABOUT | typeof OTHER | typeof NONE;
  /** Of a step: its name and its value. */
  readonly name: string;
  readonly value: string;
  readonly count: number;
  readonly share: number | null;
}

export interface Column {
  /** −2: two steps before; 0: the action itself. */
  readonly place: number;
  readonly boxes: readonly Box[];
}

/** From a box of one column to a box of the next, by their places in them. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Flow {
  readonly columns: readonly Column[];
  /** Between a column and the next; one fewer than columns. */
  readonly links: readonly (readonly Link[])[];
}

export function flowOf({ journeys, before, after }: JourneysResponse): Flow {
  const about: Box = {
    key: ABOUT,
    kind: ABOUT,
    name: '',
    value: '',
    count: journeys,
    share: journeys === 0 ? null : 100,
  };
  const columns: readonly Column[] = [
    ...before.map((place, index) => ({ place: -index - 1, boxes: boxesOf(place) })).toReversed(),
    { place: 0, boxes: [about] },
    ...after.map((place, index) => ({ place: index + 1, boxes: boxesOf(place) })),
  ];
  const links = columns.slice(0, -1).map((left, index) => {
    const right = columns[index + 1] ?? left;
    // Links lead away from the action.
    const isBefore = left.place < 0;
    const place = isBefore ? before[-left.place - 1] : after[right.place - 1];
    return (place?.links ?? []).flatMap(({ from, to, count }) => {
      const ends = {
        from: left.boxes.findIndex(({ key }) => key === (isBefore ? to : from)),
        to: right.boxes.findIndex(({ key }) => key === (isBefore ? from : to)),
      };
      return ends.from === -1 || ends.to === -1 ? [] : [{ ...ends, count }];
    });
  });
  return { columns, links };
}

function boxesOf({ steps, other, none }: JourneyPlace): readonly Box[] {
  const rest = (kind: typeof OTHER | typeof NONE, { count, share }: typeof none): Box[] =>
    count === 0 ? [] : [{ key: kind, kind, name: '', value: '', count, share }];
  return [
    ...steps.map(({ key, type, value, name, count, share }) => ({
      key,
      kind: type,
      name,
      value,
      count,
      share,
    })),
    ...rest(OTHER, other),
    ...rest(NONE, none),
  ];
}
