import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '@goalpost/contract/chat';
import type { ChatPerson, ConversationRecord } from '../records.ts';
import { answerLetter } from './answer-letter.ts';
import { createLinks } from './links.ts';
import { teamLetter } from './team-letter.ts';

const EVIL = `"><img src=x onerror=alert(1)>'&`;
const CONTEXT = {
  url: `https://shop.example/?a=${EVIL}`,
  title: `${EVIL}\nE-mail: boss@shop.example`,
  referrer: '',
  agent: '',
  country: '',
  language: 'en',
  phone: false,
};
const conversation = { id: 'c1', counterId: 7, context: CONTEXT } as unknown as ConversationRecord;
const person = {
  number: 12,
  contact: { name: `${EVIL}\nPhone: 1`, email: 'zoe@example.org', phone: EVIL },
} as unknown as ChatPerson;
const message = (seq: number, more: Partial<ChatMessage>): ChatMessage => ({
  conversationId: 'c1',
  seq,
  kind: 'operator',
  author: 'Ann',
  authorId: 'ann',
  text: '',
  file: null,
  key: String(seq),
  at: 0,
  ...more,
});
const file = { id: EVIL, name: `${EVIL}.pdf`, type: 'application/pdf', bytes: 1 };
const base = {
  id: 'c1.x.0',
  conversation,
  site: EVIL,
  language: 'en',
  links: createLinks('https://stats.example'),
  messages: [message(1, { author: EVIL, text: EVIL, file }), message(2, { text: 'Second' })],
} as const;

/** Everything that is a tag, with its attributes. */
const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];

describe.each([
  ['to the team', teamLetter({ ...base, person, team: 'team@shop.example', source: EVIL })],
  [
    'to a visitor',
    answerLetter({ ...base, to: 'zoe@example.org', team: null, wayBack: `https://shop.example/${EVIL}` }),
  ],
])('a letter %s', (_name, letter) => {
  it('whatever was typed stays text', () => {
    expect(letter.html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;');
    expect(
      tags(letter.html).filter((tag) => /^<(img|script|iframe|object|form|link|base)/i.test(tag)),
    ).toEqual([]);
    expect(
      tags(letter.html).filter((tag) => /\son\w+=|javascript:/i.test(tag.replaceAll(/"[^"]*"/g, '""'))),
    ).toEqual([]);
    expect(letter.text).toContain(EVIL);
  });

  it('fetches nothing', () => {
    expect(letter.html).not.toMatch(/\s(src|background|poster)="|url\(|@import|<link/i);
  });
});

it('no value of a visitor pretends to be another', () => {
  const { text } = teamLetter({ ...base, person, team: 'team@shop.example', source: 'Direct' });
  expect(text.match(/^Phone: /gm)).toHaveLength(1);
  expect(text.match(/^E-mail: /gm)).toHaveLength(1);
});

it('[M35] the page stands in its own letters, and its escapes make no line', () => {
  const url = 'https://xn--e1afmkfd.xn--p1ai/%D1%81?q=%0APhone:%201';
  const context = { ...CONTEXT, title: '', url };
  const { text } = teamLetter({
    ...base,
    conversation: { ...conversation, context },
    person,
    team: 'team@shop.example',
    source: '',
  });
  expect(text).toContain('https://пример.рф/с?q=%0APhone: 1');
});

it('somebody without a name is called by what there is', () => {
  const of = (contact: ChatPerson['contact'], language: 'en' | 'ru' = 'en') =>
    teamLetter({ ...base, site: 's', language, person: { ...person, contact }, team: 't', source: '' })
      .subject;
  expect(of({ name: ' ', email: 'zoe@example.org' })).toBe('zoe@example.org wrote in the chat of s');
  expect(of({ phone: '+1 2' })).toBe('+1 2 wrote in the chat of s');
  expect(of({})).toBe('Visitor #12 wrote in the chat of s');
  expect(of({}, 'ru')).toBe('Посетитель №12: сообщение в чате s');
});

it('an operator who goes on is named once', () => {
  const messages = [1, 2, 3].map((seq) =>
    message(seq, { text: `n${seq}`, author: seq === 3 ? 'Bob' : 'Ann' }),
  );
  const { text } = answerLetter({ ...base, messages, to: 'z@example.org', team: null, wayBack: null });
  expect(text).toContain('Ann:\nn1\n\nn2\n\nBob:\nn3');
});
