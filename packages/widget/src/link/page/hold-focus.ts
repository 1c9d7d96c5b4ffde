/** Holds the focus in the chat against pages that pull it back, and brings clicks that they keep out. */
import type { Shell } from '../../shared/shell.ts';

/** Whatever takes the focus away so soon after the visitor did something in the chat is not the visitor. */
const SOON_MS = 500;

/**
 * @param lift puts the chat above the page, where nothing of that can have the focus
 * @returns to be told of an event by which the focus goes out of the chat
 */
export const holdFocus = (
  { host, root }: Shell,
  isOpen: () => boolean,
  lift: (isPulled: boolean) => void,
): ((event: FocusEvent) => void) => {
  let wroteAt = 0;
  let pulls = 0;
  const elsewhere = (): void => {
    wroteAt = 0;
    if (pulls) lift(false);
    pulls = 0;
  };
  const hold = (field: HTMLElement): void => {
    if (root.activeElement || !isOpen() || !document.hasFocus()) return;
    // Once may be chance.
    if (pulls++) lift(true);
    field.focus({ preventScroll: true });
    if (!root.activeElement && pulls < 2) hold(field);
  };
  for (const name of ['pointerdown', 'keydown', 'pointermove'])
    addEventListener(
      name,
      ({ target }) => {
        if (target !== host) elsewhere();
        else if (name !== 'pointermove') wroteAt = Date.now();
      },
      true,
    );
  // Modals let no click through but their own.
  addEventListener(
    'click',
    (event) => {
      const { clientX: x, clientY: y } = event;
      const isInert = event.target !== host;
      if (!event.isTrusted) return;
      // Elsewhere, or on a part of the chat that the visitor sees and the browser does not find?
      if (isInert) {
        const isOn = (part: Element): boolean => {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          return x > left && x < right && y > top && y < bottom;
        };
        if (document.elementsFromPoint(x, y).includes(host) || ![...root.children].some(isOn)) return;
        // A modal that nothing tells of, in a closed shadow root.
        lift(!!++pulls);
      }
      const at = (isInert ? root.elementFromPoint(x, y) : event.composedPath()[0]) as HTMLElement;
      let isLost = true;
      const came = (): unknown => (isLost = false);
      root.addEventListener('click', came, true);
      setTimeout(() => {
        root.removeEventListener('click', came, true);
        if (isLost) at.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        if (!at.matches('input,textarea')) return;
        at.focus();
        hold(at);
      });
    },
    true,
  );
  return (event) => {
    const field = event.composedPath()[0] as HTMLElement;
    // Asked now: the timers of a slow page come late. A press elsewhere until then still ends it.
    const isSoon = Date.now() - wroteAt < SOON_MS;
    setTimeout(() => isSoon && wroteAt && hold(field));
  };
};
