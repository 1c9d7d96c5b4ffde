/** A letter with a few words and one link, for what is not about a conversation. */
import { randomUUID } from 'node:crypto';
import { textOf, type LetterBody } from './body.ts';
import { htmlOf } from './html.ts';
import type { Letter } from './port.ts';

export interface ShortLetter extends Pick<LetterBody, 'language' | 'lead' | 'button'> {
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  /** Small, at the end. */
  readonly foot: string;
}

export function shortLetter({ to, fromName, subject, foot, ...said }: ShortLetter): Letter {
  const body: LetterBody = { ...said, messages: [], facts: [], foot: [foot] };
  const id = randomUUID();
  return {
    messageId: `${id}.account`,
    thread: id,
    fromName,
    to,
    replyTo: null,
    subject,
    text: textOf(body),
    html: htmlOf(subject, body),
  };
}
