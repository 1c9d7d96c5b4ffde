/** What the tables of known systems are made of. */

/** A system that visitors come from. One row; ids never change, since they are stored with visits. */
export interface System {
  /** Lower-case. */
  readonly id: string;
  /** As a person reads it. */
  readonly name: string;
  /**
   * Hosts of its pages, without `www.`. `vk.com` stands for its subdomains, too; `=ya.ru` for itself alone;
   * a last label `*` for any country (`google.*` is google.de, google.co.uk, …).
   */
  readonly hosts: readonly string[];
  /** Values of `utm_source` that name it, beside its id and its hosts. */
  readonly aliases?: readonly string[];
}
