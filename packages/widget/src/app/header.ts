/** The window's head: who is there, and what can be switched. */
import type { Link } from '../link/link.ts';
import { answers } from '../link/state.ts';
import { button, el, icon } from './dom.ts';
import { face, pictureOf } from './look/face.ts';
import { ICONS } from './look/icons.ts';
import type { Sound } from './sense/sound.ts';
import type { Texts } from './texts/index.ts';

export interface Header {
  readonly element: HTMLElement;
  /** @param cut whether nothing comes or goes */
  draw(cut: boolean): void;
}

export function createHeader(link: Link, texts: Texts, sound: Sound): Header {
  const { state } = link;
  const slot = el('span');
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
  const element = el('header', {}, slot, el('span', { class: 'who' }, name, status), switched);
  // On a desktop the button beside the window closes it; on a phone the window covers that.
  if (state.phone) element.append(button(texts.close, ICONS.close, link.close));
  let shown = '';
  const who = (): { name: string; picture: string } => {
    const { settings, conversation } = state;
    const operator = conversation?.state === 'open' ? conversation.operator : null;
    if (operator === null) return { name: settings.title, picture: '' };
    const latest = [...link.book.all()].reverse().find(({ authorId }) => authorId !== null)?.authorId;
    return { name: operator, picture: pictureOf(state, latest, operator) };
  };
  return {
    element,
    draw: (cut) => {
      const now = who();
      const isThere = !cut && answers(state);
      name.textContent = now.name;
      status.textContent = cut ? texts.cut : isThere ? texts.online : texts.offline;
      status.classList.toggle('off', !isThere);
      if (shown === now.name + now.picture) return;
      shown = now.name + now.picture;
      slot.replaceChildren(face(now.name, now.picture));
    },
  };
}
