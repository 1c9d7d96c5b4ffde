/** Keeps the picker above the page: over popovers, and in the open modal dialog, which alone can be used. */

/** A page that takes it away as often as it comes back is not stopped by that. */
const MOST_MOVES = 9;

/** @returns ends it */
export function keepOnTop(host: HTMLElement): () => void {
  const root = host.shadowRoot!;
  let moves = 0;
  const settle = (isCovered?: unknown): void => {
    const place = [...document.querySelectorAll('dialog:modal')].pop() ?? document.documentElement;
    if ((host.parentNode === place && !isCovered) || moves >= MOST_MOVES) return;
    moves++;
    setTimeout(() => moves--, 1000);
    const focused = root.activeElement as HTMLElement | null;
    if (host.parentNode !== place) place.append(host);
    host.hidePopover?.();
    host.showPopover?.();
    focused?.focus({ preventScroll: true });
  };
  const covered = ({ target, newState }: Event & { readonly newState?: string }): void =>
    settle(target !== host && newState === 'open');
  const watch = new MutationObserver(() => settle());
  watch.observe(document, { childList: true, subtree: true, attributeFilter: ['open'] });
  addEventListener('toggle', covered, true);
  settle();
  return () => {
    watch.disconnect();
    removeEventListener('toggle', covered, true);
    host.remove();
  };
}
