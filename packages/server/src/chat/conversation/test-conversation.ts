/** For tests: a visitor, an operator, and a conversation played step by step as the store would keep it. */
import type { ChatMessage } from '@goalpost/contract/chat';
import type { ConversationRecord, PendingGoal, StandingInvitation } from '../records.ts';
import { step } from './step.ts';
import type { Command, Content, Effect, Operator, Step, VisitorNow } from './command.ts';

export const ANN: Operator = { id: 'ann', name: 'Ann' };
export const BOB: Operator = { id: 'bob', name: 'Bob' };

export const VISITOR: VisitorNow = {
  personId: 'person',
  counterId: 100_001,
  visitor: '17000000001',
  context: {
    url: 'https://shop.example/',
    title: 'Shop',
    referrer: '',
    agent: 'agent',
    country: 'DE',
    language: 'en-GB',
    phone: false,
  },
};

export const STANDING: StandingInvitation = {
  id: 'showing-1',
  ruleId: 'rule',
  variant: 1,
  text: 'Can I help?',
  author: 'Ann',
  at: 0,
  tapped: false,
};

let keys = 0;
export function content(text: string, changes: Partial<Content> = {}): Content {
  keys++;
  return { key: `key-${keys}`, text, file: null, ...changes };
}

type Writing = Extract<Command, { type: 'visitor_writes' }>;

export interface Play {
  state: ConversationRecord | null;
  now: number;
  readonly messages: ChatMessage[];
  readonly goals: PendingGoal[];
  readonly effects: Effect[];
  /** Conversations that were opened, the present one last. */
  readonly opened: string[];
  do(command: Command): Step;
  visitorWrites(text: string, more?: Partial<Pick<Writing, 'invitation' | 'department' | 'online'>>): Step;
  operatorWrites(text: string, by?: Operator): Step;
  invite(text: string, by?: Operator): Step;
}

/** Keeps what the steps write, with numbers as the store gives them. */
export function play(): Play {
  let ids = 0;
  const one: Play = {
    state: null,
    now: 1_000_000,
    messages: [],
    goals: [],
    effects: [],
    opened: [],
    do(command) {
      const result = step(one.state, command, { now: one.now, newId: () => `id-${++ids}` });
      const { write, effects } = result;
      one.effects.push(...effects);
      if (write === null) return result;
      if (write.opened) {
        one.messages.length = 0;
        one.opened.push(write.conversation.id);
      }
      const before = write.opened ? 0 : (one.state?.lastSeq ?? 0);
      for (const [index, message] of write.messages.entries()) {
        one.messages.push({ ...message, conversationId: write.conversation.id, seq: before + index + 1 });
      }
      one.state = { ...write.conversation, lastSeq: before + write.messages.length };
      if (write.goal !== null) one.goals.push(write.goal);
      return result;
    },
    visitorWrites: (text, { invitation = null, department = null, online = true } = {}) =>
      one.do({
        type: 'visitor_writes',
        visitor: VISITOR,
        content: content(text),
        invitation,
        department,
        online,
      }),
    operatorWrites: (text, by = ANN) => one.do({ type: 'operator_writes', by, content: content(text) }),
    invite: (text, by = ANN) => one.do({ type: 'invite', by, visitor: VISITOR, content: content(text) }),
  };
  return one;
}
