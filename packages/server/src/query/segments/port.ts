/** Where saved segments are kept. Contract suite: `stores/records/segments/segment-store.contract.ts`. */
export interface SavedSegment {
  readonly id: number;
  readonly counterId: number;
  readonly name: string;
  /** A filter, as reports read it. */
  readonly expression: string;
  /** Account whose list alone it stands in; null: in all lists. */
  readonly privateOf: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export type SegmentText = Pick<SavedSegment, 'name' | 'expression' | 'privateOf'>;

export interface SegmentStore {
  /** Those of all accounts, in the order in which they were made. */
  list(counterId: number): Promise<SavedSegment[]>;
  /** Of whatever counters; those that are not there are left out. */
  find(ids: readonly number[]): Promise<SavedSegment[]>;
  create(counterId: number, text: SegmentText): Promise<SavedSegment | 'limit_exceeded'>;
  replace(counterId: number, id: number, text: SegmentText): Promise<SavedSegment | 'not_found'>;
  /** @returns whether it was there */
  remove(counterId: number, id: number): Promise<boolean>;
}
