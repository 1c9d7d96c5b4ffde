/** Webhooks as their delivery needs them: who is to be told, and where deliveries are kept. */
import type { WebhookEvent, WebhookInput } from '@goalpost/contract/chat';
import type { Claims } from '../../kit/outbox/port.ts';

export interface Delivery {
  readonly id: string;
  readonly counterId: number;
  readonly url: string;
  readonly event: string;
  /** JSON. */
  readonly payload: string;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: number;
  readonly lastAnswer: string;
  readonly createdAt: number;
}

export interface DeliveryLog extends Claims<Delivery> {
  /** One that is there already stays as it is. */
  add(delivery: Delivery): Promise<void>;
  /** It belongs to no node after that. */
  update(delivery: Delivery): Promise<void>;
  /**
   * None to an address that another node is sending to.
   * @param except addresses, and counters, that are to be left out, for now
   */
  due(
    now: number,
    limit: number,
    node: string,
    except?: readonly string[],
    exceptCounters?: readonly number[],
  ): Promise<Delivery[]>;
  /** Newest first. */
  recent(counterId: number, limit: number): Promise<Delivery[]>;
  get(counterId: number, id: string): Promise<Delivery | null>;
  /** Forgets what was made before a moment and waits for nothing more. @returns how many */
  prune(before: number): Promise<number>;
}

export interface KeptWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: WebhookEvent[];
  readonly secret: string;
  readonly createdAt: number;
}

export interface WebhookRegistry {
  list(counterId: number): Promise<readonly KeptWebhook[]>;
  /** @returns why not, where not: another has this address, or there are as many as there may be */
  add(counterId: number, input: WebhookInput): Promise<KeptWebhook | 'taken' | 'too_many'>;
  remove(counterId: number, id: string): Promise<boolean>;
}
