/** A file without which the server must not start; its message is for the administrator. */
export class UnusableFile extends Error {}
