/** Keeps events of keyboard, clipboard and focus in the chat from the page's own listeners. */

const OWN =
  'keydown keypress keyup beforeinput input change compositionstart compositionupdate compositionend copy cut paste focusin focusout';

export const keepToItself = (host: HTMLElement): void => {
  for (const name of OWN.split(' ')) host.addEventListener(name, (event) => event.stopPropagation());
  // A page that listens in the capturing phase sees the host: while it hears, that is where one writes.
  // At any other time the host is what it is, for developers who debug the page.
  const heard = (): boolean => {
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else tells what is being dispatched.
    const { event } = window;
    return event?.target === host && OWN.includes(event.type);
  };
  const { tagName } = host;
  const say = (name: string, writing: unknown, resting: unknown): void => {
    Object.defineProperty(host, name, { get: () => (heard() ? writing : resting), configurable: true });
  };
  say('isContentEditable', true, false);
  say('tagName', 'TEXTAREA', tagName);
  say('nodeName', 'TEXTAREA', tagName);
  // Modals that pull the focus back listen on the document: before them, the window is asked.
  for (const name of ['focusin', 'focusout'])
    addEventListener(name, (event) => event.target === host && event.stopImmediatePropagation(), true);
};
