/** Keeps the chat on the page: in the open modal dialog, beside the body, or as a dialog itself. */
import { guard } from '../../shared/guard.ts';
import type { Shell } from '../../shared/shell.ts';

export interface Place {
  /** @param isPulled the page takes the focus out of the chat */
  lift(isPulled: boolean): void;
  stop(): void;
}

/** What modals set on all that is beside them. */
const HIDING = ['inert', 'aria-hidden'];
const SECOND_MS = 1_000;
/** Pages that take the chat away as often as it comes back must not be stopped by that. */
const MOST_MOVES = 9;

/** Older browsers know no `:modal`; a dialog that is open but not modal does no harm. */
const isModal = (element: Element): boolean =>
  guard(() => element.matches('dialog:modal'))() ?? element.matches('dialog[open]');

const modalsIn = (root: ParentNode): Element[] => [...root.querySelectorAll('dialog[open]')].filter(isModal);

/** The innermost that has the focus, in whose dialog it therefore is: shadow roots are no part of the document. */
const modalOf = (host: Element, seen: (root: ShadowRoot) => void): Element | undefined => {
  let at: Element | null = null;
  for (let next = document.activeElement; next;) {
    at = next;
    const inner: ShadowRoot | null = at === host ? null : at.shadowRoot;
    if (inner) seen(inner);
    next = inner && (inner.activeElement ?? inner.querySelector('dialog[open]'));
  }
  for (const from of [at, host])
    for (let within = from; within;) {
      const inside = within.getRootNode() as ShadowRoot;
      // Not by `parentElement`: a form has fields of that name.
      const found = modalsIn(inside)
        .filter((one) => one.contains(within))
        .pop();
      if (found) return found;
      within = inside.host as Element | null;
    }
  return modalsIn(document).pop();
};

/** @param renew makes the chat again: `document.open` has taken all its listeners away */
export const keepOnPage = ({ host, root, button }: Shell, renew: () => void): Place => {
  /** What holds the chat while it stands above the page; a dialog that is none would be read out as one. */
  const box = document.createElement('dialog');
  let moves = 0;
  let isOver = false;
  let isPulled = false;
  let focused: HTMLElement | null = null;
  const options = { childList: true, subtree: true, attributes: true, attributeFilter: ['open', ...HIDING] };
  const watched: Node[] = [];
  const watchIn = (node: Node): void => {
    if (watched.includes(node)) return;
    watched.push(node);
    watch?.observe(node, options);
  };
  const again = (): void => {
    moves--;
    settle();
  };
  /** @param act moves the chat, which loses the focus */
  const keepFocus = (act: () => void): void => {
    if (++moves > MOST_MOVES) return void moves--;
    setTimeout(again, SECOND_MS);
    act();
    focused?.focus({ preventScroll: true });
  };
  const settle = guard((): void => {
    if (isOver) return;
    if (!button.onclick) return renew();
    // What is taken off the page loses it, and nothing else gets it.
    const { activeElement } = document;
    if (host.isConnected && activeElement !== document.body)
      focused = activeElement && (root.activeElement as HTMLElement | null);
    // Beside the body, not in it: pages replace their body, and count its children.
    const place = modalOf(host, watchIn) ?? document.documentElement;
    if (!place) return;
    if (host.parentNode !== place) keepFocus(() => place.append(host));
    for (const name of HIDING) if (host.hasAttribute(name)) keepFocus(() => host.removeAttribute(name));
    // What is modal escapes what is inert around it.
    const isWanted = isPulled || !!place.closest('[inert]');
    const isIn = button.parentNode === box;
    // Taken off the page, it stays open and is modal no more.
    if (isIn === isWanted && isModal(box) === isWanted) return;
    keepFocus(() => {
      if (box.open) box.close();
      if (!isWanted) {
        root.append(...box.children);
        return box.remove();
      }
      if (!isIn) box.append(...root.children);
      root.append(box);
      box.showModal();
    });
  });
  const watch = guard(() => new MutationObserver(settle))();
  // Of the document: pages replace all that is in it.
  guard(watchIn)(document);
  box.addEventListener('close', settle);
  // Within the chat it is none of the page's, and above it, it is stopped.
  for (const at of [window, root]) at.addEventListener('focusin', settle, true);
  // When all of the chat is there, which may have to be made again.
  setTimeout(settle);
  return {
    lift: (now) => {
      isPulled = now;
      settle();
    },
    stop: () => {
      isOver = true;
      watch?.disconnect();
    },
  };
};
