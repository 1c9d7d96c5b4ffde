/** The port by which letters are sent. */

/** One letter to one address, whole. */
export interface Letter {
  /** Without angle brackets; the same letter has the same one, whenever it is sent. */
  readonly messageId: string;
  /** What letters of the same conversation have in common; without angle brackets. */
  readonly thread: string;
  /** In whose name, where the server was given none. */
  readonly fromName: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly LetterFile[];
}

export interface LetterFile {
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly bytes: string;
}

export interface MailResult {
  /**
   * `sent`: the server has taken it. `refused`: it will not have this letter. `later`: not now, this letter.
   * `down`: it takes none, or cannot be reached. `unsure`: it was given the letter whole, and did not answer.
   */
  readonly outcome: 'sent' | 'refused' | 'later' | 'down' | 'unsure';
  /** What the server said, or why it said nothing; no secrets. */
  readonly answer: string;
}

export interface Mailer {
  /**
   * Never throws, but what `beforeHandover` throws.
   * @param beforeHandover called when all but the letter's last bytes is with the server: only after it has
   *   resolved can the letter be taken, so that who crashes before knows that it was not
   * @param signal breaks off
   */
  send(letter: Letter, beforeHandover: () => Promise<void>, signal: AbortSignal): Promise<MailResult>;
}
