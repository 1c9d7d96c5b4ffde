/** Does what a key of the list stands for, while the screen that knows how is shown. */
import { useEffect, useRef } from 'react';
import { createKeyReader, type KeyId } from './keys.ts';

/** Where a key writes or chooses: there it is the person's own. */
const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"]';
/** While one is open, its keys alone count. */
const OPEN_DIALOG = '[role="dialog"], [role="menu"]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;

export type KeyDeeds = Readonly<Partial<Record<KeyId, () => void>>>;

/** @param last after every other: what a key does where the screen has no use for it */
export function useKeys(deeds: KeyDeeds, last = false): void {
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    const read = createKeyReader();
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector(OPEN_DIALOG) !== null) return;
      const { key, code, ctrlKey, metaKey, altKey } = event;
      const id = read({ key, code, ctrlKey, metaKey, altKey, at: event.timeStamp });
      const deed = id === null ? undefined : latest.current[id];
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    // The window hears of a key after the document, whichever listens first.
    const place: Pick<Window, 'addEventListener' | 'removeEventListener'> = last ? window : document;
    place.addEventListener('keydown', onKey);
    return () => place.removeEventListener('keydown', onKey);
  }, [last]);
}
