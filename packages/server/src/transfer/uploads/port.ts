/** Where uploads are kept, and where what they tell of goes. Contract suite: `stores/records/uploads/*.contract.ts`. */
import type { ClientIdType, UploadType } from '@goalpost/contract/management';

export interface NewUpload {
  readonly type: UploadType;
  /** Of the file: the same file again is the same upload. */
  readonly digest: string;
  readonly idType: ClientIdType;
  readonly comment: string;
  /** Of the file, and of them those that tell of something. */
  readonly lines: number;
  readonly rows: number;
}

/** What became of its lines. */
export interface UploadOutcome {
  readonly linked: number;
  readonly ofVisitors: number;
  readonly unknown: number;
  readonly goalless: number;
  readonly dropped: number;
  /** By goal, the most frequent first. */
  readonly goals: readonly (readonly [goalId: number, reaches: number])[];
  readonly unmet: readonly (readonly [target: string, lines: number])[];
}

export interface Upload extends NewUpload {
  /** Of two that tell of the same the higher one counts. */
  readonly id: number;
  readonly counterId: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** null: it was cut off before all was stored. */
  readonly outcome: UploadOutcome | null;
}

export interface UploadStore {
  /** The newest one of the counter and type where that is of the same file; else a new one. */
  add(
    counterId: number,
    upload: NewUpload,
    limits: { readonly most: number; readonly mostSince: number; readonly since: number },
  ): Promise<Upload | 'limit_exceeded' | 'too_fast'>;
  /** All that it tells of is stored. @returns false where it was removed before that */
  done(id: number, outcome: UploadOutcome): Promise<boolean>;
  /** What it told goes: until it is removed it is unfinished, and the upload of no file. */
  leaving(counterId: number, id: number): Promise<void>;
  /** Newest first. @param type null: of all */
  list(
    counterId: number,
    about: { readonly type: UploadType | null; readonly offset: number; readonly limit: number },
  ): Promise<{ uploads: Upload[]; total: number }>;
  get(counterId: number, id: number): Promise<Upload | null>;
  remove(counterId: number, id: number): Promise<void>;
}

/** Whom a line tells of, and when. */
export interface PersonAt {
  /** The first that has a visit is taken. */
  readonly ids: readonly { readonly type: ClientIdType; readonly value: string }[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface FoundPerson {
  /** Decimal UInt64. */
  readonly visitor: string;
  /** Decimal UInt64 of the visit latest begun, at most 21 days before [G82]; null: of none. */
  readonly visit: string | null;
}

export interface PeopleOfUploads {
  /** In the order of those asked for; null: of no visitor. */
  find(counterId: number, people: readonly PersonAt[]): Promise<readonly (FoundPerson | null)[]>;
}

export interface UploadedCall {
  readonly missed: boolean;
  readonly firstTime: boolean;
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly tag: string;
}

export interface UploadedFact extends FoundPerson {
  /** Its own in the counter: told again, it replaces what it told before. */
  readonly key: string;
  readonly at: number;
  readonly price: number;
  readonly currency: string;
}

/** A goal that was reached outside of the site. */
export interface UploadedReach extends UploadedFact {
  readonly goalId: number;
}

/** What uploads tell of, in the analytics store. */
export interface UploadedFacts {
  /** Of two of one key the one of the higher upload stands. @returns those left out: beyond the 1,000 of a visit [G8] */
  putReaches(counterId: number, uploadId: number, reaches: readonly UploadedReach[]): Promise<number>;
  putCalls(
    counterId: number,
    uploadId: number,
    calls: readonly (UploadedFact & UploadedCall)[],
  ): Promise<void>;
  /** What it replaced does not come back. */
  remove(counterId: number, uploadId: number): Promise<void>;
}
