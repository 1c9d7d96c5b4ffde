/**
 * The letter that brings operators' answers to a visitor who has left. The visitor says where it goes, so it
 * holds nothing that they wrote: a visitor who gave a stranger's address cannot make it say anything.
 */
import { textOf, type LetterBody, htmlOf } from '../../notify/index.ts';
import type { Letter } from '../../notify/mail/port.ts';
import type { LetterFacts } from './team-letter.ts';
import { mailTexts } from './texts.ts';

export interface AnswerLetterFacts extends Omit<LetterFacts, 'person'> {
  readonly to: string;
  /** Where a reply to the letter goes; null: no address that is read. */
  readonly team: string | null;
  /** Page to go on at. */
  readonly wayBack: string | null;
}

export function answerLetter(facts: AnswerLetterFacts): Letter {
  const { id, conversation, messages, site, language, links, to, team, wayBack } = facts;
  const texts = mailTexts(language);
  const subject = texts.answer.subject(site);
  const body: LetterBody = {
    language,
    lead: texts.answer.lead(site),
    messages: messages.map(({ author, text, file }, index) => ({
      // An operator with several messages in a row is named once.
      author: messages[index - 1]?.author === author ? '' : author,
      text,
      file: file && { word: texts.file, name: file.name, url: links.file(file.id) },
    })),
    facts: [],
    button: wayBack === null ? null : { text: texts.answer.open, url: wayBack },
    foot: [...(team === null ? [] : [texts.answer.reply]), texts.answer.foot(site)],
  };
  return {
    messageId: id,
    thread: conversation.id,
    fromName: site,
    to,
    replyTo: team,
    subject,
    text: textOf(body),
    html: htmlOf(subject, body),
  };
}
