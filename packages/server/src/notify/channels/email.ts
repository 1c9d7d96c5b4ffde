/** A letter to one address. */
import { NO_MAIL_SERVER } from '@goalpost/contract/chat';
import type { ChannelKind } from './channel.ts';

const FROM_NAME = 'Goalpost';

export const email: ChannelKind = {
  id: 'email',
  target: ({ to = '' }) => to,
  reaches: () => null,
  async send({ to = '' }, { id, counterId, message }, { mail, beforeHandover, signal }) {
    if (mail === null) return { outcome: 'later', answer: `${NO_MAIL_SERVER} (GOALPOST_SMTP_URL).` };
    const { subject, text, html, attachments } = message;
    const letter = {
      messageId: `${id}.notice`,
      thread: `counter-${counterId}.notices`,
      fromName: FROM_NAME,
      to,
      replyTo: null,
      subject,
      text,
      html,
      attachments,
    };
    const { outcome, answer } = await mail(letter, beforeHandover, signal);
    // It may have arrived: another would be one too many.
    if (outcome === 'sent' || outcome === 'unsure') return { outcome: 'sent', answer };
    return { outcome: outcome === 'refused' ? 'refused' : 'later', answer };
  },
};
