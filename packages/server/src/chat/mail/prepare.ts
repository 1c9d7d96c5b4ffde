/** Makes the letter that a record stands for, of what is true now: it may not be needed any more. */
import type { ChatMessage } from '@goalpost/contract/chat';
import { shownHost } from '@goalpost/contract/addresses';
import { sourceOf, SYSTEM_NAMES } from '../../collect/index.ts';
import { plausibleAddress } from '../../notify/index.ts';
import type { Letter } from '../../notify/mail/port.ts';
import type { ChatPerson, ConversationRecord } from '../records.ts';
import { answerLetter } from './answer-letter.ts';
import type { ChatMailDeps, ChatSide, MailSite } from './deps.ts';
import { createLinks, wayBack } from './links.ts';
import { AGAIN_MS, MAIL_LIMITS, mayMail } from './limits.ts';
import type { MailRecord } from './port.ts';
import { teamLetter } from './team-letter.ts';
import { mailTexts } from './texts.ts';

export type Prepared =
  | { readonly is: 'ready'; readonly letter: Letter; readonly uptoSeq: number }
  /** It is not needed any more: what it was to hold has been read, or there is no address. */
  | { readonly is: 'needless'; readonly uptoSeq: number; readonly why: string }
  | { readonly is: 'later'; readonly at: number; readonly why: string };

type PrepareDeps = Pick<ChatMailDeps, 'mails' | 'store' | 'site' | 'publicUrl' | 'clock' | 'limits'>;

/** Messages of one letter; the rest goes into the next. */
const MAX_MESSAGES = 50;
const MINUTE_MS = 60_000;

interface Ground {
  readonly mail: MailRecord;
  readonly conversation: ConversationRecord;
  readonly person: ChatPerson;
  readonly site: MailSite;
  readonly messages: readonly ChatMessage[];
}

export async function prepare(deps: PrepareDeps, chat: ChatSide, mail: MailRecord): Promise<Prepared> {
  const conversation = await deps.store.conversation(mail.conversationId);
  const person = await deps.store.person(mail.personId);
  const site = await deps.site(mail.counterId);
  if (conversation === null || person === null || site === null)
    return { is: 'needless', uptoSeq: mail.afterSeq, why: 'gone' };
  const messages = await wanted(deps, mail, conversation);
  if (person.blocked) return { is: 'needless', uptoSeq: conversation.lastSeq, why: 'blocked' };
  if (messages.length === 0) return { is: 'needless', uptoSeq: conversation.lastSeq, why: 'read' };
  const ground = { mail, conversation, person, site, messages };
  return mail.kind === 'team' ? toTeam(deps, chat, ground) : toVisitor(deps, chat, ground);
}

async function wanted(
  { store }: PrepareDeps,
  { kind, afterSeq }: MailRecord,
  { id, lastSeq, readByVisitor }: ConversationRecord,
): Promise<ChatMessage[]> {
  const by = kind === 'team' ? 'visitor' : 'operator';
  const from = kind === 'team' ? afterSeq : Math.max(afterSeq, readByVisitor);
  const all = lastSeq > from ? await store.messages(id, from, lastSeq - from) : [];
  return all.filter((message) => message.kind === by).slice(0, MAX_MESSAGES);
}

async function toTeam(deps: PrepareDeps, chat: ChatSide, ground: Ground): Promise<Prepared> {
  const { mail, conversation, person, site, messages } = ground;
  const { team, language } = (await chat.settings.get(mail.counterId)).mail;
  const uptoSeq = messages.at(-1)?.seq ?? mail.afterSeq;
  if (team === '') return { is: 'needless', uptoSeq, why: 'nowhere to send it' };
  return allowed(deps, mail, uptoSeq, () =>
    teamLetter({
      ...factsOf(deps, ground, language),
      person,
      team,
      source: sourceIn(language, conversation, site),
      messages,
    }),
  );
}

async function toVisitor(deps: PrepareDeps, chat: ChatSide, ground: Ground): Promise<Prepared> {
  const { mail, conversation, person, site, messages } = ground;
  const { team, language, answerAfter } = (await chat.settings.get(mail.counterId)).mail;
  const now = deps.clock.now();
  const uptoSeq = messages.at(-1)?.seq ?? mail.afterSeq;
  if (answerAfter === 0) return { is: 'needless', uptoSeq, why: 'not wanted' };
  // They may yet read it themselves.
  if (chat.isVisitorConnected(person.id))
    return { is: 'later', at: now + answerAfter * MINUTE_MS, why: 'the visitor is here' };
  const to = plausibleAddress(person.contact.email ?? '');
  if (to === null) return { is: 'later', at: now + AGAIN_MS, why: 'no address' };
  return allowed(deps, mail, uptoSeq, () =>
    answerLetter({
      ...factsOf(deps, ground, language),
      to,
      team: team === '' ? null : team,
      wayBack: wayBack(conversation.context.url, site.hosts),
      messages,
    }),
  );
}

async function allowed(
  { mails, clock, limits = MAIL_LIMITS }: PrepareDeps,
  mail: MailRecord,
  uptoSeq: number,
  make: () => Letter,
): Promise<Prepared> {
  const letter = make();
  const now = clock.now();
  return (await mayMail(mails, mail, letter.to, now, limits))
    ? { is: 'ready', letter, uptoSeq }
    : { is: 'later', at: now + AGAIN_MS, why: 'too many' };
}

function factsOf({ publicUrl }: PrepareDeps, { mail, conversation, site }: Ground, language: 'en' | 'ru') {
  return {
    id: `${conversation.id}.${mail.kind}.${mail.afterSeq}`,
    conversation,
    site: site.name,
    language,
    links: createLinks(publicUrl),
  };
}

/** As reports have it [V9]: by the page they came to the site with. */
function sourceIn(language: 'en' | 'ru', { context }: ConversationRecord, { hosts }: MailSite): string {
  const { url, referrer } = context.landing ?? context;
  const { trafficSource, sourceEngine } = sourceOf(url, referrer, hosts);
  const engine = SYSTEM_NAMES.get(sourceEngine) ?? shownHost(sourceEngine);
  const word = mailTexts(language).sources[trafficSource];
  return engine === '' ? word : `${word}: ${engine}`;
}
