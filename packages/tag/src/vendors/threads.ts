/** Who began a conversation, told once for each, over pages and tabs [C99–C102]. */
import { guard } from '../shared/guard.ts';
import { own } from '../shared/values.ts';
import { AGAIN, SAME_MS } from './repeatable.ts';

/** 0 done; who spoke before the visitor did: 1 a person or a rule of the site, 2 a rule, 3 an operator by hand. */
type State = 0 | 1 | 2 | 3;
/** When, and how it stood: the time × 10 + the state. Old libraries write lists in JSON as texts, and numbers too. */
type Threads = Record<string, number>;

const VISIT_MS = 1_800_000;
const MOST = 30;

const SIDES = own({ agent: 1, rule: 2, manual: 3 }) as Record<string, State>;

/** What is kept of the threads, as it stands now. */
const open = (kept: string | undefined, now: number) => {
  const threads = own(guard(() => JSON.parse(kept!) as unknown)()) as Threads;
  const isWithin = (key: string, ms: number): boolean => now - +(threads[key] ?? 0) / 10 < ms;
  return {
    isWithin,
    /** One that has an id stays as it is for ever; of others, a visit has one. */
    stateOf: (key: string): State | undefined => {
      const state = (+threads[key]! % 10) as State;
      return isWithin(key, VISIT_MS) || (key && state >= 0) ? state : undefined;
    },
    mark: (key: string, state: State): void => {
      delete threads[key];
      // Clocks that pages put in the place of the browser's may tell fractions.
      threads[key] = (now - (now % 1)) * 10 + state;
    },
    forget: (key: string): unknown => delete threads[key],
    latest: (): string => {
      let latest = '';
      for (const one in threads) if (one[0] === '#' && isWithin(one, VISIT_MS)) latest = one;
      return latest;
    },
    /** The newest of them. */
    text: (): string => {
      let count = 0;
      for (const _ in threads) count++;
      for (const old in threads) if (count-- > MOST) delete threads[old];
      return JSON.stringify(threads);
    },
  };
};

type Open = ReturnType<typeof open>;

const most = (one: State, other: State): State => (one > other ? one : other);

/** The visitor wrote: the first time, this is a conversation that begins. */
const begin = (
  { stateOf, isWithin, latest, mark, forget }: Open,
  given: string,
  answered: State,
): State | undefined => {
  // Some events of a vendor name the conversation, and others of the same one do not.
  const key = given || latest();
  const before = stateOf(key);
  const isSame = before === 0 || (before === undefined && stateOf('') === 0);
  const first = most(most(before ?? 0, stateOf('') ?? 0), answered);
  forget('');
  mark(key, 0);
  return isSame || isWithin('!', SAME_MS) ? undefined : first;
};

const isAgain = ({ isWithin, stateOf, mark }: Open, goal: string, key: string): boolean => {
  // What has an id of its own, such as an answer to a form, is done once.
  const again = key ? stateOf(goal + key) === 0 : isWithin(goal, AGAIN.test(goal) ? SAME_MS : VISIT_MS);
  mark(goal + key, 0);
  if (/Offline/.test(goal)) mark('!', 0);
  return again;
};

/**
 * @param starts endings of a conversation's goals: started, after an invitation, after an operator's
 * @param signal who spoke, or the ending of a goal by itself
 * @returns the ending of the signal's goal, which most have not, and what to keep of the threads now
 */
export const goalOf = (
  kept: string | undefined,
  now: number,
  starts: readonly string[],
  signal: string,
  thread: string,
): { readonly goal: string | undefined; readonly kept: string } => {
  const threads = open(kept, now);
  const key = thread && `#${thread.slice(0, 64)}`;
  const side = SIDES[signal] ?? 0;
  let goal: string | undefined;
  if (side) {
    const before = threads.stateOf(key);
    threads.mark(key, before === 0 ? 0 : most(before ?? 0, side));
  } else if (/^(visitor|answered)$/.test(signal)) {
    const first = begin(threads, key, signal === 'visitor' ? 0 : 1);
    if (first !== undefined) goal = starts[first > 1 ? first - 1 : first];
  } else if (!isAgain(threads, signal, key)) goal = signal;
  return { goal, kept: threads.text() };
};
