/** What is sent when a person tries a channel, in both languages: it is not known which the receiver reads. */
import { htmlOf } from '../mail/html.ts';
import { textOf, type LetterBody } from '../mail/body.ts';
import type { Message } from './channel.ts';

export function testMessage(counterId: number, now: number): Message {
  const subject = 'Goalpost: test / проверка';
  const body: LetterBody = {
    language: 'en',
    lead: `Alerts and reports of counter ${counterId} will arrive here.\nСюда будут приходить оповещения и отчёты счётчика ${counterId}.`,
    messages: [],
    facts: [],
    button: null,
    foot: [],
  };
  return {
    subject,
    text: textOf(body).trim(),
    html: htmlOf(subject, body),
    data: { event: 'test', counter_id: counterId, at: new Date(now).toISOString() },
    attachments: [],
  };
}
