/** The window's head: who is there, and what can be switched. */
import type { Link } from '../link/link.ts';
import { button, el, icon } from './dom.ts';
import { ICONS } from './look/icons.ts';
import type { Sound } from './sense/sound.ts';
import type { Texts } from './texts/index.ts';

export interface Header {
  readonly element: HTMLElement;
  draw(): void;
}

export function createHeader(link: Link, texts: Texts, sound: Sound): Header {
  const { state } = link;
  const face = el('span', { class: 'face', 'aria-hidden': 'true' });
  const name = el('b');
  const status = el('small');
  const switched = button(texts.soundOn, ICONS.sound, () => {
    sound.toggle();
    drawSound();
  });
  switched.setAttribute('role', 'switch');
  const drawSound = (): void => {
    const isOn = sound.isOn();
    switched.setAttribute('aria-checked', String(isOn));
    switched.setAttribute('aria-label', texts.soundOn);
    switched.title = isOn ? texts.soundOn : texts.soundOff;
    switched.replaceChildren(icon(isOn ? ICONS.sound : ICONS.mute));
  };
  drawSound();
  const element = el('header', {}, face, el('span', { class: 'who' }, name, status), switched);
  // On a desktop the button beside the window closes it; on a phone the window covers that.
  if (state.phone) element.append(button(texts.close, ICONS.close, link.close));
  let picture = '';
  let said = '';
  const pictureOf = (operator: string): string => {
    const { operators = [] } = state.settings;
    const latest = [...link.book.all()].reverse().find(({ authorId }) => authorId !== null)?.authorId;
    const one =
      operators.find(({ id }) => id === latest) ?? operators.find((other) => other.name === operator);
    return one?.picture ?? '';
  };
  return {
    element,
    draw: () => {
      const { settings, online, conversation } = state;
      const operator = conversation?.state === 'open' ? conversation.operator : null;
      name.textContent = operator ?? settings.title;
      status.textContent = online ? texts.online : texts.offline;
      const next = operator === null ? '' : pictureOf(operator);
      if (face.textContent !== '' && next === picture && said === name.textContent) return;
      picture = next;
      said = name.textContent;
      face.replaceChildren(Array.from(said)[0]?.toUpperCase() ?? '');
      if (/^https?:/.test(picture)) face.append(photo(picture));
    },
  };
}

/** Where it cannot be had, the letter behind it shows. */
function photo(src: string): HTMLElement {
  const made = el('img', { src, alt: '' });
  made.addEventListener('error', () => made.remove());
  return made;
}
