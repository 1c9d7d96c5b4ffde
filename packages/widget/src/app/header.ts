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
  return {
    element,
    draw: () => {
      const { settings, online, conversation } = state;
      const operator = conversation?.state === 'open' ? conversation.operator : null;
      name.textContent = operator ?? settings.title;
      status.textContent = online ? texts.online : texts.offline;
      face.textContent = Array.from(operator ?? settings.title)[0]?.toUpperCase() ?? '';
    },
  };
}
