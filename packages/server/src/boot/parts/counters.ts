/** Counters and goals: their stores, the directory in memory, and the publisher of their changes. */
import { type AutomaticGoals } from '../../collect/index.ts';
import {
  type CounterStore,
  createAutomaticGoals,
  createDirectory,
  createOwnBrowsers,
  createOwnVisitLinks,
  createPublisher,
  type Directory,
  type GoalStore,
  type OwnBrowsers,
  type OwnVisitLinks,
  type Publisher,
} from '../../counters/index.ts';
import { createCounterStore, createGoalStore } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { bus } from './bus.ts';
import { records } from './records.ts';
import { secret } from './secret.ts';

export interface Counters {
  readonly counters: CounterStore;
  readonly goals: GoalStore;
  readonly directory: Directory;
  readonly publisher: Publisher;
  readonly automaticGoals: AutomaticGoals;
  readonly ownVisitLinks: OwnVisitLinks;
  readonly ownBrowsers: OwnBrowsers;
}

export const counters: Part<Counters> = {
  name: 'counters',
  async open({ clock, log, use }) {
    const { db } = use(records);
    const stores = { counters: createCounterStore(db), goals: createGoalStore(db, clock) };
    const directory = await createDirectory(stores);
    const publisher = createPublisher(directory, use(bus).channel('counters'), log);
    const automaticGoals = createAutomaticGoals({ goals: stores.goals, directory, publisher });
    const ownBrowsers = createOwnBrowsers({ counters: stores.counters, publisher, clock });
    const ownVisitLinks = createOwnVisitLinks(use(secret));
    return { ...stores, directory, publisher, automaticGoals, ownBrowsers, ownVisitLinks };
  },
};
