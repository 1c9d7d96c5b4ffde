/** What a webhook is told: names and nesting as integrations of the field expect them. Text is left as it is. */
import { fileAddress, type ChatMessage, type WebhookEvent } from '@goalpost/contract/chat';
import type { ChatPerson, ConversationRecord, PageContext } from '../records.ts';
import { utmLine, utmOf } from './utm.ts';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Everything that is known when it happens. */
export interface Facts {
  readonly event: WebhookEvent | 'test';
  readonly counterId: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly person: ChatPerson | null;
  /** Null: the visitor has had none. */
  readonly conversation: ConversationRecord | null;
  /** Of this visitor, this one too. */
  readonly chats: number;
  readonly agent: Agent | null;
  /** Everyone who took part. */
  readonly agents: readonly Agent[];
  readonly department: { readonly id: string; readonly name: string } | null;
  /** Those that the event is about; for `chat_finished` the whole conversation. Without notes. */
  readonly messages: readonly ChatMessage[];
  /** There were more before them. */
  readonly isCut: boolean;
}

/** Of a visitor who has had no conversation. */
export const NO_CONVERSATION = {
  conversation: null,
  chats: 0,
  agent: null,
  agents: [],
  department: null,
  messages: [],
  isCut: false,
} as const satisfies Partial<Facts>;

/** Characters of all messages together; of a longer conversation the end is sent. */
const MAX_TEXT = 200_000;

export function payloadOf(facts: Facts): object {
  const { event, conversation, person } = facts;
  return {
    event_name: event,
    event_time: new Date(facts.at).toISOString(),
    widget_id: String(facts.counterId),
    user_token: person?.userToken || null,
    visitor: visitorOf(facts),
    custom_data: person?.custom ?? [],
    attributes: person?.attributes ?? {},
    department: facts.department,
    assigned_agent: facts.agent,
    ...(conversation === null ? NO_CHAT : chatOf(conversation)),
    analytics: { visitor: person?.visitor ?? null, goal: conversation?.goal ?? null },
    ...(conversation === null ? { agent: null } : own(facts, conversation)),
  };
}

const NO_CHAT = {
  chat_id: null,
  status: null,
  tags: [],
  session: { geoip: {}, utm: '', utm_json: {}, user_agent: '' },
  page: { url: '', title: '' },
};

function chatOf({ id, state, tags, context }: ConversationRecord): Record<keyof typeof NO_CHAT, unknown> {
  return {
    chat_id: id,
    status: state,
    tags,
    session: sessionOf(context),
    page: { url: context.url, title: context.title },
  };
}

/** What only some of the events have. */
function own(facts: Facts, conversation: ConversationRecord): object {
  switch (facts.event) {
    case 'chat_finished':
      return { agents: facts.agents, chat: finished(facts, conversation) };
    case 'offline_message':
      return { offline_message_id: conversation.id, ...leftOf(facts.messages) };
    default:
      return { agent: facts.agent };
  }
}

function finished({ person, messages, isCut }: Facts, conversation: ConversationRecord): object {
  const { rating, ratingComment, invitation } = conversation;
  return {
    ...written(messages, isCut),
    rate: rateOf(rating),
    rating,
    rating_comment: ratingComment,
    blacklisted: person?.blocked ?? false,
    invitation: invitation?.text ?? null,
  };
}

function leftOf([left]: readonly ChatMessage[]): object {
  if (left === undefined) return { message: '' };
  return { message: left.text, ...(left.file === null ? {} : { file: fileOf(left.file) }) };
}

function visitorOf({ person, chats }: Facts): object {
  const { name, email, phone, description } = person?.contact ?? {};
  return {
    name: name || null,
    email: email || null,
    phone: phone || null,
    description: description ?? '',
    number: String(person?.number ?? 0),
    social: {},
    chats_count: chats,
  };
}

function sessionOf({ landing, url, country, agent }: PageContext): object {
  const utm = utmOf([landing?.url ?? '', url]);
  return { geoip: geoipOf(country), utm: utmLine(utm), utm_json: utm, user_agent: agent };
}

function geoipOf(code: string): object {
  if (!/^[A-Z]{2}$/.test(code)) return {};
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return { country: names.of(code) ?? code, country_code: code };
}

function written(messages: readonly ChatMessage[], isCut: boolean): object {
  let room = MAX_TEXT;
  const first = messages.findLastIndex(({ text }) => (room -= text.length) < 0) + 1;
  return {
    messages: messages.slice(first).map(messageOf),
    messages_cut: isCut || first > 0,
  };
}

const TYPES = {
  visitor: 'visitor',
  operator: 'agent',
  invitation: 'invitation',
  note: 'note',
  system: 'system',
} as const satisfies Record<ChatMessage['kind'], string>;

function messageOf({ kind, authorId, author, text, file, at }: ChatMessage): object {
  return {
    type: TYPES[kind],
    message: text,
    timestamp: Math.floor(at / 1_000),
    ...(kind === 'operator' ? { agent_id: authorId } : {}),
    ...(author === '' ? {} : { author }),
    ...(file === null ? {} : { file: fileOf(file) }),
  };
}

function fileOf({ id, name, type, bytes }: NonNullable<ChatMessage['file']>): object {
  return { name, type, bytes, path: fileAddress(id) };
}

/** One to five, as thumbs. */
function rateOf(rating: number | null): 'positive' | 'negative' | null {
  if (rating === null || rating === 3) return null;
  return rating > 3 ? 'positive' : 'negative';
}

/** What "Test" sends: the shape of all events, about no real visitor. */
export function testPayload(counterId: number, at: number): object {
  return payloadOf({
    event: 'test',
    counterId,
    at,
    person: null,
    ...NO_CONVERSATION,
  });
}
