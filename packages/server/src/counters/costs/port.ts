/** Where uploads of costs are kept. Contract suite: `stores/records/costs/cost-upload-store.contract.ts`. */

/** What a counter's advertising cost on a day, by the marks of its links. */
export interface CostRow {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly content: string;
  readonly term: string;
  readonly prices: readonly (readonly [currency: string, amount: number])[];
  readonly clicks: number;
}

export interface NewCostUpload {
  /** Of the file: the same file again is the same upload. */
  readonly digest: string;
  readonly provider: string;
  readonly comment: string;
  readonly lines: number;
  readonly rows: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly clicks: number;
  readonly expenses: readonly { readonly currency: string; readonly amount: number }[];
}

export interface CostUpload extends NewCostUpload {
  /** Of two that tell of the same day and marks the higher one counts. */
  readonly id: number;
  readonly counterId: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Its rows are stored. */
  readonly isDone: boolean;
}

export interface CostUploadStore {
  /** The newest one of the counter where that is of the same file; else a new one. */
  add(
    counterId: number,
    upload: NewCostUpload,
    limits: { readonly most: number; readonly mostSince: number; readonly since: number },
  ): Promise<CostUpload | 'limit_exceeded' | 'too_fast'>;
  /** Its rows are stored. @returns false where it was removed before that */
  done(id: number): Promise<boolean>;
  /** Its rows go: until it is removed it is unfinished, and the upload of no file. */
  leaving(counterId: number, id: number): Promise<void>;
  /** Newest first. */
  list(counterId: number, offset: number, limit: number): Promise<{ uploads: CostUpload[]; total: number }>;
  get(counterId: number, id: number): Promise<CostUpload | null>;
  remove(counterId: number, id: number): Promise<void>;
}

/** Rows of costs in the analytics store. */
export interface CostRows {
  /** The same upload again changes nothing. */
  put(counterId: number, uploadId: number, rows: readonly CostRow[]): Promise<void>;
  /** What earlier uploads told of the same days and marks counts again. */
  remove(counterId: number, uploadId: number): Promise<void>;
}
