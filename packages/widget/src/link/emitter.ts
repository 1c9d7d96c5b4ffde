/** Tells all listeners; what a listener throws does not reach the others. */
import { callBack } from '../shared/guard.ts';

export interface Emitter<Events> {
  /** @returns stops listening */
  on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): () => void;
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void;
}

export const createEmitter = <Events>(): Emitter<Events> => {
  const listeners = new Map<keyof Events, Set<unknown>>();
  return {
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
    emit: (name, detail) => {
      for (const listener of listeners.get(name) ?? []) callBack(listener, detail);
    },
  };
};
