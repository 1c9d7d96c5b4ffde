/** A file without which the server must not start; its message is the sentence for whoever runs it. */
export class UnusableFile extends Error {}
