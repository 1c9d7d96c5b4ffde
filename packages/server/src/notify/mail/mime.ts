/** A letter in the form in which mail travels. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Sender } from './mail-address.ts';
import type { Letter } from './port.ts';

export interface Mime {
  readonly bytes: Buffer;
  /** Address for the envelope. */
  readonly from: string;
}

/** The letter's own texts are text and HTML; nothing is read from disks or networks. */
export async function mimeOf(letter: Letter, sender: Sender): Promise<Mime> {
  const { messageId, thread, to, replyTo, subject, text, html, attachments = [] } = letter;
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const id = (local: string) => `<${local}@${domain}>`;
  const mail = new MailComposer({
    from: { name: headerText(sender.name ?? letter.fromName), address: sender.address },
    to: { name: '', address: to },
    ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
    subject: headerText(subject),
    messageId: id(messageId),
    references: [id(thread)],
    text,
    html,
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: bytes,
      encoding: 'base64',
    })),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  });
  const bytes = await mail.compile().build();
  return { bytes, from: sender.address };
}

const MAX_HEADER = 200;
/** Line breaks and other controls, and marks that turn the order of letters round. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** What a stranger may have typed, as one line of a header. */
export function headerText(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().slice(0, MAX_HEADER).toWellFormed();
}
