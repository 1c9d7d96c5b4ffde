/** Which conversations operators of the chat alone reach: of their departments, of none, and their own [A46]. */
import type { ChatSettings } from '@goalpost/contract/chat';
import { isBoundToDepartments } from '@goalpost/contract/management';
import type { Permission } from '../../kit/endpoint.ts';
import type { OperatorAccess } from '../outward.ts';
import type { ChatStore, ConversationFilter } from '../port.ts';
import type { ConversationRecord } from '../records.ts';
import type { SettingsBook } from '../settings/settings.ts';

/** Accounts that a conversation is for, among those who are bound to departments; null: all of them. */
export type Audience = readonly string[] | null;

type Departments = ChatSettings['departments'];
type Placed = Pick<ConversationRecord, 'counterId' | 'department' | 'assignedTo'>;

/** Everyone's where its department has no members, or is not there any more [C46]. */
function audienceOf({ department, assignedTo }: Placed, departments: Departments): Audience {
  const members = departments.find(({ id }) => id === department)?.members ?? [];
  if (members.length === 0) return null;
  return assignedTo === null ? members : [...members, assignedTo.id];
}

export interface Audiences {
  of(conversation: Placed): Promise<Audience>;
  /** Of the one that has this id; without reading it where no department has members. */
  ofId(counterId: number, conversationId: string): Promise<Audience>;
  /** @param role what the account is to the conversation's counter */
  reaches(accountId: string, role: Permission | null, conversation: Placed): Promise<boolean>;
  /** What a list of conversations leaves out for the account. */
  hiddenFrom(
    accountId: string,
    rights: ReadonlyMap<number, Permission>,
  ): Promise<Pick<ConversationFilter, 'hidden'>>;
  /** The same on one counter. */
  hiddenOn(counterId: number, accountId: string): Promise<Pick<ConversationFilter, 'hidden'>>;
}

interface AudienceDeps {
  readonly store: Pick<ChatStore, 'conversation'>;
  readonly settings: Pick<SettingsBook, 'get'>;
  readonly access: Pick<OperatorAccess, 'permission'>;
}

export function createAudiences({ store, settings, access }: AudienceDeps): Audiences {
  const of = async (conversation: Placed): Promise<Audience> =>
    audienceOf(conversation, (await settings.get(conversation.counterId)).departments);

  const hiddenFrom: Audiences['hiddenFrom'] = async (accountId, rights) => {
    const bound = [...rights].filter(([, role]) => isBoundToDepartments(role));
    const departments = await Promise.all(
      bound.map(async ([counterId]) => ({
        counterId,
        ids: othersOf(accountId, (await settings.get(counterId)).departments),
      })),
    );
    const some = departments.filter(({ ids }) => ids.length > 0);
    return some.length === 0 ? {} : { hidden: { accountId, departments: some } };
  };

  return {
    of,
    async ofId(counterId, conversationId) {
      const { departments } = await settings.get(counterId);
      if (departments.every(({ members }) => members.length === 0)) return null;
      const conversation = await store.conversation(conversationId);
      return conversation === null ? [] : audienceOf(conversation, departments);
    },
    async reaches(accountId, role, conversation) {
      if (role === null) return false;
      if (!isBoundToDepartments(role)) return true;
      const audience = await of(conversation);
      return audience === null || audience.includes(accountId);
    },
    hiddenFrom,
    async hiddenOn(counterId, accountId) {
      const role = await access.permission(accountId, counterId);
      return role === null ? {} : hiddenFrom(accountId, new Map([[counterId, role]]));
    },
  };
}

/** Departments that name people, and not this one. */
const othersOf = (accountId: string, departments: Departments): string[] =>
  departments.filter(({ members }) => members.length > 0 && !members.includes(accountId)).map(({ id }) => id);
