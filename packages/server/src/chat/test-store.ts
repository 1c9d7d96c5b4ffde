/** For tests: the chat's store in memory, obeying its port; as fast as thousands of steps need. */
import type { ChatMessage } from '@goalpost/contract/chat';
import type {
  ChatDocuments,
  ChatStore,
  ConversationWrite,
  OperatorBook,
  OperatorMark,
  OperatorState,
} from './port.ts';
import type { ChatPerson, ConversationRecord, PendingGoal, StoredHappening } from './records.ts';

export interface TestStore extends ChatStore {
  readonly all: {
    readonly conversations: ReadonlyMap<string, ConversationRecord>;
    readonly messages: ReadonlyMap<string, readonly ChatMessage[]>;
    readonly goals: ReadonlyMap<string, PendingGoal & { journaled: boolean }>;
    readonly people: ReadonlyMap<string, ChatPerson>;
  };
}

export function createTestStore(): TestStore {
  const people = new Map<string, ChatPerson>();
  const hashes = new Map<string, string>();
  const conversations = new Map<string, ConversationRecord>();
  const messages = new Map<string, ChatMessage[]>();
  const goals = new Map<string, PendingGoal & { journaled: boolean }>();

  const marks = new Map<string, OperatorMark>();
  const untold = new Map<number, StoredHappening>();
  let happened = 0;

  const newestFirst = () => [...conversations.values()].toSorted((a, b) => b.lastMessageAt - a.lastMessageAt);
  const openOf = (personId: string) =>
    [...conversations.values()].find((one) => one.personId === personId && one.state === 'open') ?? null;

  interface Marking {
    readonly calls: ConversationWrite['calls'] | undefined;
    readonly id: string;
    readonly before: number;
    readonly lastSeq: number;
    readonly sent: ConversationWrite['messages'];
    readonly reads: NonNullable<ConversationWrite['reads']>;
  }

  function noteMarks({ id, before, lastSeq, sent, reads, calls }: Marking): void {
    if (lastSeq > before && sent.every(({ kind }) => kind === 'system'))
      for (const [key, mark] of marks)
        if (mark.conversationId === id && mark.seq === before) marks.set(key, { ...mark, seq: lastSeq });
    for (const { accountId, seq } of reads) {
      const known = marks.get(`${id} ${accountId}`)?.seq ?? 0;
      const mark = { conversationId: id, accountId, seq: Math.max(known, seq), calledAt: null };
      marks.set(`${id} ${accountId}`, mark);
    }
    if (calls !== undefined) {
      for (const [key, mark] of marks)
        if (mark.conversationId === id) marks.set(key, { ...mark, calledAt: null });
      for (const accountId of calls.accountIds) {
        const seq = marks.get(`${id} ${accountId}`)?.seq ?? 0;
        marks.set(`${id} ${accountId}`, { conversationId: id, accountId, seq, calledAt: calls.at });
      }
    }
  }

  async function write({ conversation, opened, messages: sent, goal, ...more }: ConversationWrite) {
    const { events = [], happenings = [], reads = [], calls } = more;
    const { id, personId } = conversation;
    const open = openOf(personId);
    if (opened && open !== null) throw new Error('a second open conversation [C5]');
    if (!opened && !conversations.has(id)) throw new Error('no such conversation');
    const kept = messages.get(id) ?? [];
    const before = kept.length;
    const stored = sent.map((message) => {
      const there = kept.find(({ key }) => key === message.key);
      if (there !== undefined) return there;
      const made = { ...message, conversationId: id, seq: kept.length + 1 };
      kept.push(made);
      return made;
    });
    messages.set(id, kept);
    const record = { ...conversation, lastSeq: kept.length };
    conversations.set(id, record);
    noteMarks({ id, before, lastSeq: kept.length, sent, reads, calls });
    const fresh = events.filter((event) => !goals.has(event.id));
    for (const one of goal === null ? events : [goal, ...events])
      if (!goals.has(one.id)) goals.set(one.id, { ...one, journaled: false });
    const noted = happenings.map((one) => ({ ...one, number: ++happened, conversationId: id }));
    for (const one of noted) untold.set(one.number, one);
    return { conversation: record, messages: stored, events: fresh, happenings: noted };
  }

  return {
    all: { conversations, messages, goals, people },
    async createPerson(person, secretHash) {
      const made = { ...person, number: people.size + 1 };
      people.set(made.id, made);
      hashes.set(`${made.counterId}:${secretHash}`, made.id);
      return made;
    },
    async personBySecret(counterId, secretHash) {
      return people.get(hashes.get(`${counterId}:${secretHash}`) ?? '') ?? null;
    },
    person: async (id) => people.get(id) ?? null,
    async updatePerson(id, changes) {
      const person = people.get(id);
      if (person === undefined) return null;
      const changed = { ...person, ...changes };
      people.set(id, changed);
      return changed;
    },
    conversation: async (id) => conversations.get(id) ?? null,
    openConversation: async (personId) => openOf(personId),
    conversations: async ({ counterIds, state, personId, visitor, hidden, limit }) =>
      newestFirst()
        .filter((one) => counterIds.includes(one.counterId))
        .filter((one) => state === undefined || one.state === state)
        .filter((one) => personId === undefined || one.personId === personId)
        .filter((one) => visitor === undefined || one.visitor === visitor)
        .filter(
          (one) =>
            one.assignedTo?.id === hidden?.accountId ||
            !hidden?.departments.some(
              ({ counterId, ids }) => counterId === one.counterId && ids.includes(one.department ?? ''),
            ),
        )
        .slice(0, limit),
    write,
    marks: async (ids, accountId) =>
      [...marks.values()].filter(
        (mark) =>
          ids.includes(mark.conversationId) &&
          (accountId === null || mark.accountId === accountId || mark.accountId === ''),
      ),
    messages: async (id, after, limit) =>
      (messages.get(id) ?? []).filter(({ seq }) => seq > after).slice(0, limit),
    async messageByKey(personId, key) {
      const ids = [...conversations.values()].filter((one) => one.personId === personId).map(({ id }) => id);
      return ids.flatMap((id) => messages.get(id) ?? []).find((one) => one.key === key) ?? null;
    },
    silentSince: async (before, limit) =>
      newestFirst()
        .filter((one) => one.state === 'open' && one.lastMessageAt < before)
        .toReversed()
        .slice(0, limit),
    async addPendingGoal(goal) {
      if (goals.has(goal.id)) return false;
      goals.set(goal.id, { ...goal, journaled: false });
      return true;
    },
    goals: {
      due: async () => [...goals.values()].filter(({ journaled }) => !journaled),
      claim: async (ids) => [...ids],
      async done(ids) {
        for (const [id, goal] of goals) if (ids.includes(id)) goal.journaled = true;
      },
    },
    happenings: {
      due: async () => [...untold.values()],
      claim: async (numbers) => [...numbers],
      async done(numbers) {
        for (const number of numbers) untold.delete(number);
      },
    },
  };
}

export function createTestOperators(): OperatorBook {
  const operators = new Map<string, OperatorState>();
  return {
    remembered: async () => [...operators.values()].filter(({ away, connected }) => away || connected),
    async save(states) {
      for (const state of states) operators.set(state.accountId, state);
    },
  };
}

export function createTestDocuments(): ChatDocuments {
  const documents = new Map<string, unknown>();
  return {
    read: async (counterId, kind) => documents.get(`${counterId}:${kind}`) ?? null,
    async save(counterId, kind, document) {
      documents.set(`${counterId}:${kind}`, document);
    },
  };
}
