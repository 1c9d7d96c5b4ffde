/** Where goals are kept. Contract suite: `stores/records/goals/goal-store.contract.ts`. */
import type { GoalInput } from '@goalpost/contract/goals';
import type { GoalDefinition } from '../../goals/index.ts';

/** Why the store did not write. */
export type GoalRefusal = 'not_found' | 'limit_exceeded' | 'same_condition';

export interface NewAutomaticGoal {
  readonly entryId: string;
  readonly name: string;
  readonly type: GoalDefinition['type'];
  readonly conditions: GoalDefinition['conditions'];
}

/**
 * Every write also raises the counter's revision, in the same transaction.
 * Each refuses to let an automatic goal and another one of the same condition stand together [G26].
 */
export interface GoalStore {
  /** @param deleted also those deleted */
  list(counterId: number, deleted: boolean): Promise<GoalDefinition[]>;
  get(counterId: number, goalId: number): Promise<GoalDefinition | null>;
  /** Refuses the 201st undeleted goal of the owner's own [G13], also when two come at once. */
  create(counterId: number, input: GoalInput): Promise<GoalDefinition | GoalRefusal>;
  replace(counterId: number, goalId: number, input: GoalInput): Promise<GoalDefinition | GoalRefusal>;
  setStatus(
    counterId: number,
    goalId: number,
    status: GoalDefinition['status'],
  ): Promise<GoalDefinition | GoalRefusal>;
  /** Unique by (counter, entry): gives the goal that is there, deleted or not, else makes it; null by [G11]. */
  makeAutomatic(counterId: number, goal: NewAutomaticGoal): Promise<GoalDefinition | null>;
}
