/** The demo's shop, as its living visitors know it. */
export interface LiveSite {
  readonly server: string;
  readonly counterId: number;
  /** Where the shop's pages stand, without a trailing slash. */
  readonly origin: string;
}
