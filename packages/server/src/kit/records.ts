/** What callers of the records store meet besides what they asked for. */

/** The store cannot do it now; the same call may work later. Its message is a plain sentence. */
export class RecordsUnavailable extends Error {
  readonly code = 'RECORDS_UNAVAILABLE';
}
