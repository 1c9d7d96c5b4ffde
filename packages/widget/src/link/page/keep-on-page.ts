/** Keeps the chat on the page, and usable: in the open modal dialog, or beside the body. */
import { guard } from '../../shared/guard.ts';

/** Older browsers know no `:modal`; a dialog that is open but not modal does no harm. */
const modals = (): Element[] => {
  for (const selector of ['dialog:modal', 'dialog[open]'])
    try {
      return [...document.querySelectorAll(selector)];
    } catch {
      // The next one.
    }
  return [];
};

/** @returns stops */
export const keepOnPage = (host: HTMLElement, root: ShadowRoot): (() => void) => {
  const settle = guard((): void => {
    // Beside the body, not in it: pages replace their body, and count its children.
    const place = modals().pop() ?? document.documentElement;
    if (!place || host.parentNode === place) return;
    const focused = root.activeElement as HTMLElement | null;
    place.append(host);
    focused?.focus({ preventScroll: true });
  });
  settle();
  const watch = guard(() => new MutationObserver(settle))();
  // Of the document: pages replace all that is in it.
  guard(() =>
    watch?.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] }),
  )();
  return () => watch?.disconnect();
};
