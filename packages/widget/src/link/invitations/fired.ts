/** When each rule fired last for this visitor: at most once a visit, a day, or ever. */
import type { RuleForPage } from '@goalpost/contract/chat';
import { bag } from '../../shared/globals.ts';
import type { Memory } from '../keep/memory.ts';

export interface Fired {
  may(rule: Pick<RuleForPage, 'id' | 'frequency'>, now: number, visitStartedAt: number): boolean;
  note(id: string, now: number): void;
}

const DAY_MS = 86_400_000;

export function createFired(memory: Memory): Fired {
  const all = (): Record<string, unknown> => ({ ...bag(memory.read('fired')) });
  return {
    may: ({ id, frequency }, now, visitStartedAt) => {
      const at = Number(all()[id]) || 0;
      if (at === 0) return true;
      if (frequency === 'ever') return false;
      return frequency === 'day' ? now - at >= DAY_MS : at < visitStartedAt;
    },
    note: (id, now) => memory.write('fired', { ...all(), [id]: now }),
  };
}
