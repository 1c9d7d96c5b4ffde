/** The letter that brings a visitor's messages to the team. */
import type { ChatMessage } from '@goalpost/contract/chat';
import { shownAddress } from '@goalpost/contract/addresses';
import {
  textOf,
  type BodyFact,
  type LetterBody,
  htmlOf,
  plausibleAddress,
  headerText,
} from '../../notify/index.ts';
import type { Letter } from '../../notify/mail/port.ts';
import type { ChatPerson, ConversationRecord } from '../records.ts';
import type { Links } from './links.ts';
import { mailTexts, type MailTexts } from './texts.ts';

export interface LetterFacts {
  /** Of the letter, made of conversation and number. */
  readonly id: string;
  readonly conversation: ConversationRecord;
  readonly person: ChatPerson;
  readonly messages: readonly ChatMessage[];
  /** As its owner wrote it. */
  readonly site: string;
  readonly language: 'en' | 'ru';
  readonly links: Links;
}

export interface TeamLetterFacts extends LetterFacts {
  readonly team: string;
  /** Where the visitor came from, in words. */
  readonly source: string;
}

export function teamLetter(facts: TeamLetterFacts): Letter {
  const { id, conversation, person, messages, site, language, links, team, source } = facts;
  const texts = mailTexts(language);
  const who = nameOf(person, texts);
  const replyTo = plausibleAddress(person.contact.email ?? '');
  const url = links.conversation(conversation.counterId, conversation.id);
  const subject = texts.team.subject(who, site);
  const body: LetterBody = {
    language,
    lead: texts.team.lead(who),
    messages: messages.map(({ text, file }) => ({
      author: '',
      text,
      file: file && { word: texts.file, name: file.name, url: links.file(file.id) },
    })),
    facts: rows(facts, source, texts),
    button: url === null ? null : { text: texts.team.open, url },
    foot: [texts.team.foot(replyTo)],
  };
  return {
    messageId: id,
    thread: conversation.id,
    fromName: site,
    to: team,
    replyTo,
    subject,
    text: textOf(body),
    html: htmlOf(subject, body),
  };
}

function nameOf({ contact, number }: ChatPerson, texts: MailTexts): string {
  const said = [contact.name, contact.email, contact.phone].map((one) => headerText(one ?? '').slice(0, 80));
  return said.find((one) => one !== '') ?? texts.visitor(number);
}

/** One line each: none of them can pretend to be another. */
function rows({ conversation, person }: LetterFacts, source: string, texts: MailTexts): BodyFact[] {
  const { name = '', email = '', phone = '' } = person.contact;
  const { title, url } = conversation.context;
  const all = [
    { label: texts.name, text: headerText(name) },
    { label: texts.email, text: headerText(email) },
    { label: texts.phone, text: headerText(phone) },
    {
      label: texts.page,
      text: [headerText(title), shownAddress(url)].filter((one) => one !== '').join('\n'),
    },
    { label: texts.source, text: source },
  ];
  return all.filter(({ text }) => text !== '');
}
