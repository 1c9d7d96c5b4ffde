/** Tells all listeners; what a listener throws does not reach the others. */
import { callBack } from '../shared/guard.ts';

export interface Emitter<Events> {
  /** @returns stops listening */
  on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): () => void;
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void;
}

export const createEmitter = <Events>(): Emitter<Events> => {
  /** One that has stopped while others are told is told no more. */
  let listeners: (readonly [name: keyof Events, listener: unknown])[] = [];
  return {
    on: (name, listener) => {
      const mine = [name, listener] as const;
      listeners = [...listeners.filter(([of, one]) => of !== name || one !== listener), mine];
      return () => void (listeners = listeners.filter((one) => one !== mine));
    },
    emit: (name, detail) => {
      for (const one of listeners) if (one[0] === name && listeners.includes(one)) callBack(one[1], detail);
    },
  };
};
