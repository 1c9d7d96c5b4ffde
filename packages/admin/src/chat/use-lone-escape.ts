/** Escape, where it closes nothing that stands above the screen and leaves no field. */
import { useEffect, useEffectEvent } from 'react';

const ABOVE = '[role="menu"], [role="dialog"], [role="listbox"]';
const FIELD = 'input, textarea, select, [contenteditable="true"]';

export function useLoneEscape(act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (event.target instanceof Element && event.target.matches(FIELD)) return;
    if (document.querySelector(ABOVE) === null) act();
  });
  useEffect(() => {
    // Before all other listeners: what is open now may be closed by the same key.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
