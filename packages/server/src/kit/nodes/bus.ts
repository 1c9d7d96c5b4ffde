/**
 * Signals between the nodes of a server. A signal is not stored: a part that must not miss one asks the store when it
 * comes back. Contract suite: `bus.contract.ts`.
 */
export interface Channel<Message> {
  /** @param counterId whose subscribers hear it; null: it is about no counter in particular */
  publish(counterId: number | null, message: Message): void;
  /**
   * Hears what any node publishes, this one too, in the order in which each node did. The listener must not change the
   * message. @returns what ends it
   */
  subscribe(listener: (counterId: number | null, message: Message) => void): () => void;
}

export interface Bus {
  /** @param name such as `chat`; messages must be JSON */
  channel<Message>(name: string): Channel<Message>;
}

/** Of one process: listeners are called before `publish` returns. What one throws, the others do not feel. */
export function createLocalBus(onError: (error: unknown) => void): Bus {
  const channels = new Map<string, Set<(counterId: number | null, message: never) => void>>();
  return {
    channel<Message>(name: string): Channel<Message> {
      const listeners = channels.get(name) ?? new Set();
      channels.set(name, listeners);
      return {
        publish(counterId, message) {
          for (const listener of listeners) {
            try {
              listener(counterId, message as never);
            } catch (error) {
              onError(error);
            }
          }
        },
        subscribe(listener) {
          const mine: typeof listener = (counterId, message) => listener(counterId, message);
          listeners.add(mine);
          return () => void listeners.delete(mine);
        },
      };
    },
  };
}
