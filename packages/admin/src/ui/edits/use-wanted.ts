/** What a switch was set to stands at once, until the answer is shown; a refusal puts it back. */
import { notifyManager } from '@tanstack/react-query';
import { useState } from 'react';

/** @param nothing while no answer is waited for */
export function useWanted<Wanted>(nothing: Wanted) {
  const [wanted, setWanted] = useState(nothing);
  /** Behind the answer: what was before would be shown for a moment else. */
  const settled = (): void => notifyManager.schedule(() => setWanted(() => nothing));
  return { wanted, setWanted, settled };
}
