/** Faults that callers of the records store may meet. */

/** The store cannot do it now; the same call may work later. Its message is a plain sentence. */
export class RecordsUnavailable extends Error {
  readonly code = 'RECORDS_UNAVAILABLE';
}
