/** What buttons of a report pass on to what they open. */
import type { Goal } from '@goalpost/contract/goals';
import type { Question, SidesQuestion } from '../../api/stat.ts';

export interface ExportProps {
  readonly question: Question | SidesQuestion;
  /** The same with the dimensions of all levels, where there are more. */
  readonly whole?: Question | SidesQuestion | undefined;
  /** Goes on to a schedule that sends it; null where the person may not. */
  readonly onSend?: (() => void) | null;
}

export interface GoalPickerProps {
  readonly goals: readonly Goal[];
  readonly chosen: readonly number[];
  readonly max: number;
  readonly onChange: (chosen: number[]) => void;
}

/** A goal that the table has columns of. */
export interface RowGoal {
  readonly id: string;
  readonly name: string;
}

/** The way to the visits behind a row. */
export interface RowVisits {
  readonly goals: readonly RowGoal[];
  /** @param goal number of the goal that they reached; absent: all of them */
  open(goal?: string): void;
}

export interface FilterByRowProps {
  readonly name: string;
  readonly onFilter: (keep: boolean) => void;
  readonly visits?: RowVisits | undefined;
}
