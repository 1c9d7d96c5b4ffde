/** A message of a bot of Telegram's, and each file in a message of its own. */
import { randomUUID } from 'node:crypto';
import { sentBy, type Attachment, type ChannelKind, type Sent, type Tools } from './channel.ts';

const MAX_TEXT = 4_000;

export const telegram: ChannelKind = {
  id: 'telegram',
  target: ({ chat_id: chat = '' }) => chat,
  reaches: () => null,
  async send({ token = '', chat_id: chat = '' }, { message }, tools) {
    const method = (name: string): string => `${tools.telegramUrl}/bot${token}/${name}`;
    const text = `${message.subject}\n\n${message.text}`.slice(0, MAX_TEXT);
    const json = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Goalpost' };
    const body = JSON.stringify({ chat_id: chat, text, disable_web_page_preview: true });
    const first = sentBy(await tools.post(method('sendMessage'), json, body, tools.signal));
    if (first.outcome !== 'sent') return withoutToken(first, token);
    // The words have arrived: what becomes of a file does not bring them again.
    await tools.beforeHandover();
    for (const file of message.attachments) {
      const sent = await sendFile(method('sendDocument'), chat, file, tools);
      if (sent.outcome !== 'sent') return withoutToken({ ...sent, outcome: 'refused' }, token);
    }
    return withoutToken(first, token);
  },
};

async function sendFile(url: string, chat: string, file: Attachment, { post, signal }: Tools) {
  const boundary = `goalpost-${randomUUID()}`;
  const field = (head: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`;
  const body = Buffer.concat([
    Buffer.from(`${field('name="chat_id"')}\r\n${chat}\r\n`),
    Buffer.from(
      `${field(`name="document"; filename="${file.name.replace(/[^\w.-]+/g, '-')}"`)}Content-Type: ${file.type}\r\n\r\n`,
    ),
    Buffer.from(file.bytes, 'base64'),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'user-agent': 'Goalpost' };
  return sentBy(await post(url, headers, body, signal));
}

/** Whatever the other side repeats, the token is not shown. */
const withoutToken = (sent: Sent, token: string): Sent => ({
  ...sent,
  answer: token === '' ? sent.answer : sent.answer.replaceAll(token, '***'),
});
