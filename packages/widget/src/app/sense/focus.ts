/** Keeps the Tab key within the window once the focus is in it. */

const FOCUSABLE = 'a[href],button,input,textarea,[tabindex="0"]';

export function trapFocus(root: ShadowRoot, element: HTMLElement, also: HTMLElement): void {
  const reachable = (): HTMLElement[] =>
    [...element.querySelectorAll<HTMLElement>(FOCUSABLE), also].filter(
      (one) => one.tabIndex >= 0 && one.getClientRects().length > 0,
    );
  root.addEventListener('keydown', (event) => {
    const { key, shiftKey } = event as KeyboardEvent;
    if (key !== 'Tab' || !element.isConnected || element.hidden) return;
    const all = reachable();
    const at = all.indexOf(root.activeElement as HTMLElement);
    if (at < 0) return;
    const next = all[(at + (shiftKey ? all.length - 1 : 1)) % all.length];
    event.preventDefault();
    next?.focus();
  });
}
