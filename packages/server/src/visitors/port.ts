/** What is known of visitors from their visits. */

/** What analytics knows of a visitor's present and past, for rules and for the operator's side panel. */
export interface VisitorStory {
  story(counterId: number, visitor: string, signal?: AbortSignal): Promise<Story>;
  /** How many visits each has had; who has had none is not in the answer. */
  visitCounts(counterId: number, visitors: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface Story {
  readonly visits: readonly {
    readonly startedAt: number;
    readonly trafficSource: string;
    readonly sourceEngine: string;
    readonly utm: Readonly<Record<'source' | 'medium' | 'campaign' | 'content' | 'term', string>>;
    readonly referrer: string;
    readonly startUrl: string;
    readonly pageViews: number;
    readonly duration: number;
    readonly goalIds: readonly number[];
    readonly country: string;
  }[];
  /** Pages of the latest visit, oldest first. */
  readonly pages: readonly { readonly at: number; readonly url: string; readonly title: string }[];
}

export interface VisitorReach {
  readonly visitor: string;
  readonly goalId: number;
  readonly at: number;
  readonly price: number;
  readonly currency: string;
}

/** What visitors reached. */
export interface VisitorReaches {
  /** @param visitors decimal UInt64 */
  reaches(
    counterId: number,
    visitors: readonly string[],
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<readonly VisitorReach[]>;
}
