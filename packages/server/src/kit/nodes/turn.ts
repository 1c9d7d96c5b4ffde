/**
 * One thing at a time for each key, such as a person: what begins later waits for what began before. In one process it
 * is a queue (`keyed-queue.ts`); over several nodes the row of the key, locked. Contract suite: `turn.contract.ts`.
 */
export interface Turns {
  /** @returns what the task gives, or throws; the next has its turn either way */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when everything begun so far, by this node, has ended. */
  idle(): Promise<void>;
}
