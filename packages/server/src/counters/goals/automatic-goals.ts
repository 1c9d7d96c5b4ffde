/** Makes automatic goals for collection, and tells everyone of them. */
import type { AutomaticGoals, CounterDirectory } from '../../collect/index.ts';
import { catalogueEntry } from '../../goals/index.ts';
import type { ConfigPublisher } from '../port.ts';
import type { GoalStore } from './port.ts';

export interface AutomaticGoalsDeps {
  readonly goals: Pick<GoalStore, 'makeAutomatic'>;
  readonly directory: Pick<CounterDirectory, 'get'>;
  readonly publisher: ConfigPublisher;
}

export function createAutomaticGoals({ goals, directory, publisher }: AutomaticGoalsDeps): AutomaticGoals {
  return {
    async make(counterId, entryId) {
      const entry = catalogueEntry(entryId);
      if (entry === undefined) return null;
      const { names, type, conditions } = entry;
      const goal = await goals.makeAutomatic(counterId, { entryId, name: names.en, type, conditions });
      // A replay asks for goals that are known; nothing has changed then.
      const known = directory.get(counterId)?.goals.some(({ id }) => id === goal?.id) ?? false;
      if (goal !== null && !known) await publisher.publish(counterId);
      return goal;
    },
  };
}
