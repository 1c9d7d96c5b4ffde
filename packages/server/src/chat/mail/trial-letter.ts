/** The letter by which an owner sees that e-mail works. */
import { randomUUID } from 'node:crypto';
import { textOf, type LetterBody, htmlOf } from '../../notify/index.ts';
import type { Letter } from '../../notify/mail/port.ts';
import { mailTexts } from './texts.ts';

export function trialLetter(to: string, site: string, language: 'en' | 'ru'): Letter {
  const { test } = mailTexts(language);
  const subject = test.subject(site);
  const body: LetterBody = {
    language,
    lead: test.lead,
    messages: [],
    facts: [],
    button: null,
    foot: [test.foot(site)],
  };
  const id = randomUUID();
  return {
    messageId: `${id}.test`,
    thread: id,
    fromName: site,
    to,
    replyTo: null,
    subject,
    text: textOf(body),
    html: htmlOf(subject, body),
  };
}
