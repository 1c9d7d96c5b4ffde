/** What is wrong with each canned reply. Pure. */
import type { CannedReply } from '@goalpost/contract/chat';

export type CannedFault = 'empty' | 'twice';

export function cannedFaults(list: readonly CannedReply[]): (CannedFault | null)[] {
  const seen = new Set<string>();
  return list.map(({ shortcut, text }) => {
    const name = shortcut.trim().toLowerCase();
    if (name === '' || text.trim() === '') return 'empty';
    if (seen.has(name)) return 'twice';
    seen.add(name);
    return null;
  });
}
