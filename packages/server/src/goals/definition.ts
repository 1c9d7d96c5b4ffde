/** A goal as the rest of the server knows it. */
import type {
  Condition,
  GoalPart,
  GoalSource,
  GoalStatus,
  GoalTypeId,
  OwnFields,
  PricePlace,
  Step,
} from '@goalpost/contract/goals';

export interface GoalDefinition {
  readonly id: number;
  readonly counterId: number;
  readonly name: string;
  readonly type: GoalTypeId;
  readonly conditions: readonly Condition[];
  readonly steps: readonly Step[];
  /** What the type has beside conditions and steps; absent where it has nothing, and in old journals. */
  readonly fields?: OwnFields;
  /** Of type `multi`: any one of these, or all of those within a visit [G57, G58]. */
  readonly any?: readonly GoalPart[];
  readonly all?: readonly GoalPart[];
  readonly defaultPrice: number;
  /** Where the price stands; absent: nowhere but where all prices do [G84]. */
  readonly pricePlace?: PricePlace;
  readonly favorite: boolean;
  readonly retargeting: boolean;
  readonly flag: '' | 'basket' | 'order';
  readonly source: GoalSource;
  readonly status: GoalStatus;
  /** The catalogue entry that made it; null for the owner's own. */
  readonly autoEntry: string | null;
}
