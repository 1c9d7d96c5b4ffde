/** The chat's tables in the records store, for Kysely; the same conventions as `schema.ts`. */
import type { Generated } from 'kysely';

/** Of work that is done later: which node holds it, and until when. */
export interface Claimed {
  claimed_by: Generated<string | null>;
  claimed_until: Generated<number | null>;
}

export interface ChatPeopleTable {
  id: string;
  counter_id: number;
  visitor: string;
  number: number;
  secret_hash: string;
  /** JSON of `Contact`. */
  contact: string;
  /** JSON array of custom fields. */
  custom: string;
  user_token: string;
  blocked: number;
  /** JSON of the standing invitation. */
  invitation: string | null;
  created_at: number;
  /** JSON of `ClientAttributes`. */
  attributes: Generated<string>;
}

export interface ChatConversationsTable {
  id: string;
  counter_id: number;
  person_id: string;
  visitor: string;
  state: 'open' | 'closed';
  offline: number;
  opened_by: 'visitor' | 'invitation' | 'operator';
  /** JSON of `InvitationRef`. */
  invitation: string | null;
  /** JSON of `PageContext`. */
  context: string;
  created_at: number;
  closed_at: number | null;
  last_seq: number;
  last_message_at: number;
  last_text: string;
  waiting_since: number | null;
  read_by_operator: number;
  read_by_visitor: number;
  assigned_id: string | null;
  assigned_name: string | null;
  department: string | null;
  /** JSON array of texts. */
  tags: string;
  rating: number | null;
  rating_comment: string;
  goal: string | null;
  decided: number;
  /** Grows with what reports say of it; the other is how far the analytics store knows. */
  revision: Generated<number>;
  told_revision: Generated<number>;
}

export interface ChatMessagesTable {
  conversation_id: string;
  seq: number;
  kind: string;
  author: string;
  author_id: string | null;
  text: string;
  /** JSON of `ChatFile`. */
  file: string | null;
  key: string;
  at: number;
}

export interface ChatGoalsTable extends Claimed {
  id: string;
  counter_id: number;
  visitor: string;
  event: string;
  /** JSON of `PageContext`. */
  context: string;
  at: number;
  journaled: number;
}

export interface ChatHappeningsTable extends Claimed {
  number: Generated<number>;
  conversation_id: string;
  event: string;
  at: number;
}

export interface ChatDocumentsTable {
  counter_id: number;
  kind: string;
  /** JSON. */
  document: string;
}

export interface ChatRulesTable {
  id: string;
  counter_id: number;
  /** JSON of `InvitationRuleInput`. */
  rule: string;
  created_at: number;
}

export interface ChatInvitationEventsTable {
  counter_id: number;
  rule_id: string;
  variant: number;
  control: number;
  visitor: string;
  kind: string;
  /** Days since the epoch, UTC. */
  day: number;
  at: number;
}

export interface ChatFilesTable {
  id: string;
  counter_id: number;
  person_id: string | null;
  name: string;
  type: string;
  bytes: number;
  /** 1 once a message holds it. */
  used: Generated<number>;
  created_at: number;
}

export interface ChatDeliveriesTable extends Claimed {
  id: string;
  counter_id: number;
  url: string;
  event: string;
  payload: string;
  status: string;
  attempts: number;
  next_at: number;
  last_answer: string;
  created_at: number;
}

export interface ChatOperatorsTable {
  account_id: string;
  away: number;
  connected: number;
}

export interface ChatReadsTable {
  conversation_id: string;
  /** Empty: everyone. */
  account_id: string;
  seq: number;
  called_at: number | null;
}

export interface ChatMailsTable extends Claimed {
  id: string;
  counter_id: number;
  conversation_id: string;
  person_id: string;
  kind: 'team' | 'answer';
  after_seq: number;
  upto_seq: number | null;
  recipient: string;
  status: 'waiting' | 'handed' | 'sent' | 'refused' | 'unsure' | 'dropped';
  attempts: number;
  next_at: number;
  last_answer: string;
  created_at: number;
  handed_at: number | null;
}

export interface ChatSchema {
  chat_mails: ChatMailsTable;
  chat_reads: ChatReadsTable;
  chat_people: ChatPeopleTable;
  chat_conversations: ChatConversationsTable;
  chat_messages: ChatMessagesTable;
  chat_goals: ChatGoalsTable;
  chat_happenings: ChatHappeningsTable;
  chat_documents: ChatDocumentsTable;
  chat_rules: ChatRulesTable;
  chat_invitation_events: ChatInvitationEventsTable;
  chat_files: ChatFilesTable;
  chat_deliveries: ChatDeliveriesTable;
  chat_operators: ChatOperatorsTable;
}
