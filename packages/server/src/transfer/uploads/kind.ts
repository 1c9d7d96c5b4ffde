/** The contract of a kind of upload: its columns, and what a line tells. One line in `kinds.ts` adds one. */
import type { GoalTypeName } from '@goalpost/contract/goals';
import type { UploadType } from '@goalpost/contract/management';
import type { UploadedCall } from './port.ts';

export type Cells = Readonly<Record<string, string>>;

export interface Wrong {
  readonly column: string;
  readonly why: string;
}

/** What the columns of a kind say, beside those that all kinds have. */
export interface Told {
  /** A goal of events is reached where it has this name; null: the goals of the kind's types are. */
  readonly target: string | null;
  readonly types: readonly GoalTypeName[];
  /** Makes lines of the same time and person different ones. */
  readonly key: string;
  /** Lines without a person are taken, and found by none. */
  readonly isOfNobody?: boolean;
  readonly call?: UploadedCall;
}

/** A goal that is made where lines tell of its type and the counter has none of it [G132]. */
export interface MadeGoal {
  readonly type: GoalTypeName;
  readonly name: string;
}

export interface UploadKind {
  readonly id: UploadType;
  /** Of the address: `offline_conversions/<path>`. */
  readonly path: string;
  readonly summary: string;
  readonly makes: readonly MadeGoal[];
  readonly columns: readonly string[];
  readonly needed: readonly string[];
  read(cells: Cells): Told | Wrong;
}

export const defineUpload = (kind: UploadKind): UploadKind => kind;
