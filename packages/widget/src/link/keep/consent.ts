/** What may be kept in the browser: by the counter's mode, the visitor's word, and what they asked for [P40–P42]. */
import { bag } from '../../shared/globals.ts';
import type { Shell } from '../../shared/shell.ts';
import { createMemory, type Memory } from './memory.ts';
import { forgetVisitorId } from './visitor-id.ts';

export interface Kept {
  readonly memory: Memory;
  readonly tab: Memory;
  /** Null where the tag's number may be used; else where the chat's own is kept. */
  own(): Memory | null;
  /** The visitor has asked for a conversation: what it needs is kept from now on. */
  keep(): void;
  /** Takes away all that is kept of the chat. */
  clear(): void;
}

/** Whether the visitor has written here before. */
const hasWritten = (memory: Memory): boolean => {
  const log = memory.read('log');
  const isTheirs = (one: unknown): boolean => bag(one)['kind'] === 'visitor';
  return memory.names('out.').length > 0 || (Array.isArray(log) && log.some(isTheirs));
};

export const openKept = (shell: Shell): Kept => {
  const isFree = (): boolean =>
    shell.asks ? shell.asks === 'ask' && !!shell.agreed : shell.agreed !== false;
  let isAsked = false;
  const mayKeep = (): boolean => isAsked || isFree();
  const memory = createMemory(shell.counter, 'localStorage', mayKeep);
  const tab = createMemory(shell.counter, 'sessionStorage', mayKeep);
  const clear = (): void => {
    isAsked = false;
    memory.clear();
    tab.clear();
  };
  isAsked = hasWritten(memory);
  // Of a time when more was allowed.
  if (!mayKeep()) clear();
  return {
    memory,
    tab,
    own: () => (isFree() ? null : memory),
    keep: () => {
      if (mayKeep()) return;
      isAsked = true;
      memory.keep();
      tab.keep();
    },
    clear,
  };
};

/** Takes the chat off the page, with all that it and the tag keep, until the visitor agrees again [P42]. */
export const end = (shell: Shell, kept: Kept): void => {
  kept.clear();
  forgetVisitorId();
  shell.host.remove();
  shell.take = (method, args) => {
    // Listeners stay for when the visitor agrees again.
    if (method === 'chat.on') shell.calls.push([method, args]);
    if (method === 'chat.consent' && args[0]) {
      shell.agreed = true;
      shell.again();
    }
    return { result: 'fail', reason: 'no consent' };
  };
};
