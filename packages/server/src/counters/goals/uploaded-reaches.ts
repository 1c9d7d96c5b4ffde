/** Where uploads of calls, chats and orders leave the reaches that they tell of [G82]. A port: uploads know no store. */
export interface UploadedReach {
  readonly goalId: number;
  /** Its own in the counter, such as the number of the call: told again, it replaces what it told before. */
  readonly key: string;
  /** Decimal UInt64. */
  readonly visitor: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly price: number;
  readonly currency: string;
}

export interface Uploaded {
  /** With a visit, and standing on their visitor alone. */
  readonly ofVisits: number;
  readonly ofVisitors: number;
  /** Beyond the 1,000 of a visit [G8]. */
  readonly dropped: number;
}

export interface UploadedReaches {
  /** @param version of two of one key, the higher stands */
  put(
    counterId: number,
    reaches: readonly UploadedReach[],
    written: { readonly token: string; readonly version: number },
  ): Promise<Uploaded>;
  /** By goal, those that stand. */
  standing(counterId: number): Promise<ReadonlyMap<number, Omit<Uploaded, 'dropped'>>>;
}
