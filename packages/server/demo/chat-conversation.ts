/** One conversation of the shop's past, made from the hit that reported it. Pure. */
import type { InvitationRule } from '@goalpost/contract/chat';
import type { ChatPerson, ConversationWrite, NewMessage, PageContext } from '../src/chat/port.ts';
import { CHAT_GOALS, type ChatGoal } from '../src/chat/records.ts';
import type { HitRecord } from '../src/collect/index.ts';
import { LEFT, OPENER, OPERATORS, TALKS, WRITERS } from './chat-talk.ts';
import type { Chance } from './random.ts';

const HOUR_MS = 3_600_000;
/** What was left lately still waits for an answer. */
const WAITS_MS = 4 * HOUR_MS;

const GOALS: readonly string[] = Object.values(CHAT_GOALS);

export function isChatGoal(event: string): event is ChatGoal {
  return GOALS.includes(event);
}

export interface PastChat {
  readonly conversationId: string;
  readonly person: Omit<ChatPerson, 'number'>;
  step(personId: string): ConversationWrite;
}

interface Past {
  readonly hit: HitRecord;
  readonly event: ChatGoal;
  readonly rule: InvitationRule | undefined;
  /** The past's end, milliseconds since the epoch. */
  readonly until: number;
  readonly chance: Chance;
}

export function conversationOf({ hit, event, rule, until, chance }: Past): PastChat {
  const visitor = hit.v ?? '';
  const name = OPERATORS[chance.between(0, OPERATORS.length - 1)] ?? OPERATORS[0];
  const operator = { id: `demo-${name.toLowerCase()}`, name };
  const offline = event === CHAT_GOALS.offline;
  const messages = said({ hit, event, rule, chance, operator });
  const last = messages.at(-1);
  const lastAt = last?.at ?? hit.t;
  const waits = offline && until - hit.t < WAITS_MS;
  const conversationId = `demo-${hit.t}-${visitor}`;
  const person = {
    id: `demo-${visitor}`,
    counterId: hit.c,
    visitor,
    contact: chance.pick(WRITERS),
    custom: [],
    userToken: '',
    blocked: false,
    createdAt: hit.t,
  };
  const invitation =
    event === CHAT_GOALS.invitation && rule !== undefined
      ? { ruleId: rule.id, variant: 0, text: rule.texts[0] ?? '' }
      : null;
  return {
    conversationId,
    person,
    step: (personId) => ({
      opened: true,
      messages,
      // The hit is the goal, and is in the past already.
      goal: null,
      conversation: {
        id: conversationId,
        counterId: hit.c,
        personId,
        visitor,
        state: waits ? 'open' : 'closed',
        offline,
        openedBy: openedBy(event),
        invitation: event === CHAT_GOALS.operator ? { ruleId: null, variant: 0, text: OPENER } : invitation,
        context: contextOf(hit),
        createdAt: messages[0]?.at ?? hit.t,
        closedAt: waits ? null : Math.min(lastAt + HOUR_MS, until),
        lastSeq: 0,
        lastMessageAt: lastAt,
        lastText: last?.text ?? '',
        waitingSince: waits ? hit.t : null,
        readByOperator: waits ? 0 : messages.length,
        readByVisitor: messages.length,
        assignedTo: offline ? null : operator,
        department: null,
        tags: [],
        rating: offline || !chance.happens(0.3) ? null : chance.between(3, 5),
        ratingComment: '',
        goal: event,
        decided: true,
      },
    }),
  };
}

function openedBy(event: ChatGoal): 'visitor' | 'invitation' | 'operator' {
  if (event === CHAT_GOALS.operator) return 'operator';
  return event === CHAT_GOALS.invitation ? 'invitation' : 'visitor';
}

interface Saying extends Omit<Past, 'until'> {
  readonly operator: { readonly id: string; readonly name: string };
}

/** The hit's moment is that of the visitor's first message. */
function said({ hit, event, rule, chance, operator }: Saying): NewMessage[] {
  const say = (kind: NewMessage['kind'], text: string, at: number): NewMessage => ({
    kind,
    author: kind === 'visitor' ? '' : operator.name,
    authorId: kind === 'operator' ? operator.id : null,
    text,
    key: `demo-${hit.t}-${kind}-${at}`,
    at,
    file: null,
  });
  if (event === CHAT_GOALS.offline) return [say('visitor', chance.pick(LEFT), hit.t)];
  const talk = chance.pick(TALKS);
  const answeredAt = hit.t + chance.between(6, 95) * 1_000;
  const opener: NewMessage[] = [];
  if (event === CHAT_GOALS.operator) opener.push(say('operator', OPENER, hit.t - 20_000));
  if (event === CHAT_GOALS.invitation && rule !== undefined) {
    opener.push({ ...say('invitation', rule.texts[0] ?? '', hit.t - 15_000), authorId: rule.id });
  }
  return [
    ...opener,
    say('visitor', talk.question, hit.t),
    say('operator', talk.answer, answeredAt),
    say('visitor', talk.thanks, answeredAt + chance.between(8, 60) * 1_000),
  ];
}

function contextOf({ q, a, g }: HitRecord): PageContext {
  const url = new URLSearchParams(q).get('page-ref') ?? '';
  return { url, title: '', referrer: '', agent: a ?? '', country: g ?? '', language: 'en', phone: false };
}
