/** A conversation as one operator has it: what they have not read, and whether it calls them [C90, C91]. */
import type { ChatSettings } from '@goalpost/contract/chat';
import { EVERYONE, type ChatStore, type OperatorMark } from '../port.ts';
import type { ConversationRecord } from '../records.ts';
import type { SettingsBook } from '../settings/settings.ts';

interface OwnViewDeps {
  readonly store: Pick<ChatStore, 'marks'>;
  readonly settings: Pick<SettingsBook, 'get'>;
}

export interface OwnView {
  readonly unread: number;
  readonly calledAt: number | null;
  readonly concerns: boolean;
}

export interface OwnViewsOfAll {
  /** By account: those who have read it, are called to it, or whose department it is in. */
  readonly named: ReadonlyMap<string, OwnView>;
  readonly others: OwnView;
}

export interface OwnViews {
  /** For all operators who read the conversation, on whichever node they are. */
  of(conversation: ConversationRecord): Promise<OwnViewsOfAll>;
  /** For one who reads many. */
  forAccount(
    accountId: string,
    conversations: readonly ConversationRecord[],
  ): Promise<(conversation: ConversationRecord) => OwnView>;
}

type Departments = ChatSettings['departments'];

export function createOwnViews({ store, settings }: OwnViewDeps): OwnViews {
  return {
    async of(conversation) {
      const marks = await store.marks([conversation.id], null);
      const { departments } = await settings.get(conversation.counterId);
      const view = (accountId: string) => ownView(conversation, { accountId, marks, departments });
      const accounts = new Set([
        ...marks.map(({ accountId }) => accountId),
        ...membersOf(conversation, departments),
        ...(conversation.assignedTo === null ? [] : [conversation.assignedTo.id]),
      ]);
      accounts.delete(EVERYONE);
      // `EVERYONE` is no account: it has what an operator has of whom nothing is known.
      return { named: new Map([...accounts].map((id) => [id, view(id)])), others: view(EVERYONE) };
    },
    async forAccount(accountId, conversations) {
      const ids = conversations.map(({ id }) => id);
      const marks = Map.groupBy(await store.marks(ids, accountId), (mark) => mark.conversationId);
      const departments = new Map<number, Departments>();
      for (const counterId of new Set(conversations.map((one) => one.counterId)))
        departments.set(counterId, (await settings.get(counterId)).departments);
      return (conversation) =>
        ownView(conversation, {
          accountId,
          marks: marks.get(conversation.id) ?? [],
          departments: departments.get(conversation.counterId) ?? [],
        });
    },
  };
}

interface Own {
  readonly accountId: string;
  readonly marks: readonly OperatorMark[];
  readonly departments: Departments;
}

function ownView(conversation: ConversationRecord, { accountId, marks, departments }: Own): OwnView {
  const own = marks.find((mark) => mark.accountId === accountId);
  const answered = marks.find((mark) => mark.accountId === EVERYONE)?.seq ?? 0;
  return {
    unread: Math.max(0, conversation.lastSeq - Math.max(own?.seq ?? 0, answered)),
    calledAt: own?.calledAt ?? null,
    concerns: isFor(conversation, accountId, departments),
  };
}

function isFor(conversation: ConversationRecord, accountId: string, departments: Departments): boolean {
  const { assignedTo } = conversation;
  if (assignedTo !== null) return assignedTo.id === accountId;
  const members = membersOf(conversation, departments);
  return members.length === 0 || members.includes(accountId);
}

const membersOf = ({ department }: ConversationRecord, departments: Departments): readonly string[] =>
  departments.find(({ id }) => id === department)?.members ?? [];
