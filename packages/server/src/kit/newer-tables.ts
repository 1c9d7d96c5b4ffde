/** A store whose tables a newer version of the program has changed: this one would read them wrongly. */
export class NewerTables extends Error {
  /**
   * @param what the store, as the subject of a sentence
   * @param unknown names of the changes that this version does not know
   */
  constructor(what: string, unknown: readonly string[]) {
    super(
      `${what} was changed by a newer version of Goalpost, and this version does not know how (${unknown.join(', ')}). ` +
        'Start the newer version again, or restore a backup from before the update.',
    );
  }
}
