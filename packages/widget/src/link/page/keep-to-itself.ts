/** Keeps events of keyboard, clipboard and focus in the chat from the page's own listeners. */

import { guard } from '../../shared/guard.ts';

const WRITING =
  'keydown keypress keyup beforeinput input change compositionstart compositionupdate compositionend copy cut paste'.split(
    ' ',
  );
const FOCUS = ['focusin', 'focusout', 'focus', 'blur'];
/** What pages ask an element for, to know whether one writes there. */
const ASKED =
  'tagName nodeName localName type isContentEditable contentEditable matches closest getAttribute hasAttribute';

type Answers = Record<string, unknown>;
type Ask = (asked: string) => unknown;

/** @param left the focus goes out of the chat */
export const keepToItself = (host: HTMLElement, left: (event: FocusEvent) => void): void => {
  for (const name of [...WRITING, ...FOCUS])
    host.addEventListener(name, (event) => {
      event.stopPropagation();
      const { type, defaultPrevented, key, ctrlKey, metaKey } = event as KeyboardEvent;
      // A page that keeps a key for itself, whatever is written where.
      if (type === 'keydown' && defaultPrevented && key.length === 1 && !ctrlKey && !metaKey)
        // oxlint-disable-next-line typescript/no-deprecated -- what is written so can be undone as any other.
        document.execCommand('insertText', false, key);
    });
  // A page that listens in the capturing phase sees the host: while it hears, that is where one writes.
  // At any other time the host is what it is: our tag asks as the focus comes, developers who debug the page later.
  const heard = (): boolean => {
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else tells what is being dispatched.
    const { event } = window;
    return event?.target === host && WRITING.includes(event.type);
  };
  const field = document.createElement('textarea');
  field.setAttribute('contenteditable', 'true');
  field.setAttribute('role', 'textbox');
  const asField = field as unknown as Answers;
  const asHost = host as unknown as Answers;
  const say = guard((name: string): void => {
    const resting = asHost[name];
    const writing = asField[name] ?? resting;
    const ask = (asked: string): unknown =>
      (heard() && (writing as Ask).call(field, asked)) || (resting as Ask).call(host, asked);
    const get = (): unknown => (typeof writing === 'function' ? ask : heard() ? writing : resting);
    Object.defineProperty(host, name, { get, configurable: true });
  });
  ASKED.split(' ').forEach((name) => say(name));
  // `instanceof` asks for the prototype of the prototype.
  guard(() => {
    const own = Object.getPrototypeOf(host) as object;
    const getPrototypeOf = (): object => (heard() ? HTMLTextAreaElement.prototype : own);
    const seen = new Proxy(own, { getPrototypeOf });
    // A class of the page may bear that name.
    if ('localName' in seen) Object.setPrototypeOf(host, seen);
  })();
  // Modals that pull the focus back listen on the document: before them, the window is asked.
  for (const name of FOCUS)
    addEventListener(
      name,
      (event) => {
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        if (name === 'focusout') left(event as FocusEvent);
      },
      true,
    );
};
