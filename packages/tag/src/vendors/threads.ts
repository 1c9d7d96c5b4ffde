/** Who began a conversation, told once for each, over pages and tabs [C99–C102]. */
import { guard } from '../shared/guard.ts';

/** 0 done; who spoke before the visitor did: 1 a person or a rule of the site, 2 a rule, 3 an operator by hand. */
type State = 0 | 1 | 2 | 3;
type Threads = Record<string, [time: number, state: State]>;

const VISIT_MS = 1_800_000;
/** After an offline message, what the vendor says of the same message is no start. */
const OFFLINE_MS = 60_000;
const MOST = 30;
const SIDES = ['', 'agent', 'rule', 'manual'];

/**
 * @param starts goals of a conversation: started, after an invitation, after an operator's
 * @param signal who spoke, or a goal by itself
 * @returns the goal of the signal, which most have not, and what to keep of the threads now
 */
export const goalOf = (
  kept: string | null,
  now: number,
  starts: readonly string[],
  signal: string,
  thread: string,
): [goal: string | undefined, kept: string] => {
  const threads: Threads = { ...guard(() => JSON.parse(kept!) as Threads)() };
  /** One that has an id stays done for ever; of others, a visit has one. */
  const stateOf = (key: string): State | undefined => {
    const state = threads[key]?.[1];
    return now - threads[key]?.[0]! < VISIT_MS || (key && state === 0) ? state : undefined;
  };
  const mark = (key: string, state: State): void => {
    delete threads[key];
    threads[key] = [now, state];
  };
  const key = thread && `#${thread.slice(0, 64)}`;
  const before = stateOf(key);
  const side = SIDES.indexOf(signal) as State | -1;
  let goal: string | undefined;
  if (side > 0) mark(key, before === 0 || before! > side ? before! : (side as State));
  else if (signal === 'visitor' || signal === 'answered') {
    const first = Math.max(before ?? 0, stateOf('') ?? 0, signal === 'visitor' ? 0 : 1);
    if (before !== 0 && !(now - threads['!']?.[0]! < OFFLINE_MS))
      goal = starts[first > 1 ? first - 1 : first];
    delete threads[''];
    mark(key, 0);
  } else {
    const isAgain = /_(opened|during_chat|rated)$/.test(signal) && now - threads[signal]?.[0]! < VISIT_MS;
    if (!isAgain) goal = signal;
    mark(signal, 0);
    if (/Offline/.test(signal)) mark('!', 0);
  }
  // Oldest first.
  for (const old of Object.keys(threads).slice(0, -MOST)) delete threads[old];
  return [goal, JSON.stringify(threads)];
};
