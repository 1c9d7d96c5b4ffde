/** Why the server does not start, in a sentence for the operator; printed without a stack. */
export class CannotStart extends Error {}
