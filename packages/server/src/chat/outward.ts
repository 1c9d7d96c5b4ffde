/** What the chat asks of the rest of the server. */
import type { RuleForPage } from '@goalpost/contract/chat';
import type { Permission } from '../kit/endpoint.ts';
import type { PageContext, PendingGoal, StoredHappening, ChatHappening } from './records.ts';

/** Puts a chat event into the journal as a visitor's event hit: once, however often it is asked [C26]. */
export interface GoalJournal {
  /** Resolves when the hit is on disk. */
  put(goal: PendingGoal): Promise<void>;
}

/** Goals that a visitor has reached, as collection counted them. */
export interface Reach {
  readonly counterId: number;
  /** Analytics visitor number. */
  readonly visitor: string;
}

/** The counter's invitation rules, as the visitors' sockets need them. */
export interface InvitationDesk {
  /** Those that the page is to watch for, server conditions decided, a variant chosen [C43]. */
  rulesFor(who: RuleSubject): Promise<readonly RuleForPage[]>;
  /** Whether any rule that is on asks for a goal. */
  asksForGoals(counterId: number): Promise<boolean>;
  /** @returns what was shown, as the rule has it for this visitor; null where there is no such rule */
  happened(
    who: Pick<RuleSubject, 'counterId' | 'visitor'>,
    ruleId: string,
    event: 'held' | 'shown' | 'seen' | 'accepted' | 'closed',
    at: number,
  ): Promise<{ readonly text: string; readonly author: string; readonly variant: number } | null>;
}

/** A visitor on a page, as far as rules may ask. */
export interface RuleSubject {
  readonly counterId: number;
  readonly visitor: string;
  readonly context: PageContext;
  readonly online: boolean;
  readonly now: number;
}

export interface ChatListener {
  /**
   * Must not throw and must not make the chat wait.
   * @param id of the conversation; of the person for `client_updated`, which is outside of any
   * @param stored as it is kept until all listeners that must not miss it have it
   */
  happened(event: ChatHappening, id: string, stored?: StoredHappening): void;
}

/** What the chat asks of accounts and counters. */
export interface OperatorAccess {
  permission(accountId: string, counterId: number): Promise<Permission | null>;
  /** Counters that are not deleted, with what the account may do there. */
  countersOf(accountId: string): Promise<ReadonlyMap<number, Permission>>;
  /** Accounts that may answer on the counter: its owner, and those with permission to edit. */
  whoAnswers(counterId: number): Promise<readonly string[]>;
  /** The address that an account signs in with; null: no such account. */
  loginOf(accountId: string): Promise<string | null>;
  /** What the account's person calls themselves; null where they have said nothing. */
  nameOf?(accountId: string): Promise<string | null>;
}
