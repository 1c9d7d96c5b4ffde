/** What a visitor may do again in a visit, such as sending a form [C115]. All else counts once in it. */

/** What a vendor tells of one press, or of one message, it tells within this. */
export const SAME_MS = 60_000;
/** By the ending of the goal: a form, a quiz, a meeting, a call-back. */
export const AGAIN = /^([FQM]|Call)/;
/** The same by the whole identifier, and by the names that Marquiz gives. */
export const NAMED_AGAIN = /_([FQM]|Call)|-f/;
