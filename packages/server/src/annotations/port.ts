/** Where annotations are kept, and what else makes some. Contract suite: `stores/records/notices/notice-store.contract.ts`. */
import type { AnnotationKind } from '@goalpost/contract/notices';

export interface AnnotationRecord {
  readonly id: string;
  readonly counterId: number;
  /** `YYYY-MM-DD` where the counter is. */
  readonly day: string;
  readonly text: string;
  readonly author: string;
  readonly createdAt: number;
}

/** What happened at the counter by itself, or by a change of its settings. */
export interface Occurrence {
  readonly kind: Exclude<AnnotationKind, 'own'>;
  readonly verb: 'made' | 'changed' | 'deleted' | 'restored';
  /** Of the goal or rule; empty where there is but one. */
  readonly target: string;
  readonly details: string;
  readonly author: string;
  readonly at: number;
}

export interface AnnotationStore {
  /** By days, first and last among them. */
  list(counterId: number, from: string, to: string): Promise<AnnotationRecord[]>;
  /** @returns false where the counter has as many as it may */
  add(annotation: AnnotationRecord): Promise<boolean>;
  /** @returns null where the counter has no such one */
  replace(counterId: number, id: string, day: string, text: string): Promise<AnnotationRecord | null>;
  remove(counterId: number, id: string): Promise<boolean>;
  /** From the audit log and from alerts; the newest, where there are too many. */
  occurrences(counterId: number, from: number, before: number): Promise<Occurrence[]>;
}
