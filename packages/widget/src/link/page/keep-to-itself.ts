/** What is typed, pasted and focused in the chat is none of the page's: its shortcuts and traps do not hear of it. */

const OWN =
  'keydown keypress keyup beforeinput input change compositionstart compositionupdate compositionend copy cut paste focusin focusout';

export const keepToItself = (host: HTMLElement): void => {
  for (const name of OWN.split(' ')) host.addEventListener(name, (event) => event.stopPropagation());
  // A page that listens in the capturing phase sees the host: to it, that is where one writes.
  for (const [name, value] of [
    ['isContentEditable', true],
    ['tagName', 'TEXTAREA'],
    ['nodeName', 'TEXTAREA'],
  ] as const)
    Object.defineProperty(host, name, { value, configurable: true });
  // Modals that pull the focus back listen on the document: before them, the window is asked.
  for (const name of ['focusin', 'focusout'])
    addEventListener(name, (event) => event.target === host && event.stopImmediatePropagation(), true);
};
