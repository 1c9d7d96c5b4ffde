/** An operator's console as the handlers of its frames see it. */
import type { ChatRefusalReason, OperatorEvent } from '@goalpost/contract/chat';
import type { Caller } from '../../kit/endpoint.ts';
import type { OperatorOutlet } from '../hub.ts';

export interface OperatorConsole extends OperatorOutlet {
  readonly isOpen: boolean;
  /** @throws where nobody is there: frames are taken from callers only */
  readonly caller: Caller;
  watchesPeople: boolean;
  send(event: OperatorEvent): void;
  /** @param key of the message that is refused */
  refuse(reason: ChatRefusalReason, key?: string | null): void;
  counters(): Iterable<number>;
  /** Null: they may. The frame is refused with the answer, and whoever may nothing any more is cut off. */
  authorise(counterId: number, what: 'read' | 'write'): Promise<ChatRefusalReason | null>;
  /**
   * Asks anew who this is and what they may.
   * @returns false where they were cut off
   */
  recheck(): Promise<boolean>;
}
