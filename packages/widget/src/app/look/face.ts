/** Who writes, as a picture, or as the first letter of the name. */
import type { Link } from '../../link/link.ts';
import { el } from '../dom.ts';

/** @param picture `http`s address; anything else is none */
export function face(name: string, picture: string): HTMLElement {
  const made = el('span', { class: 'face', 'aria-hidden': 'true' }, /^./su.exec(name)?.[0].toUpperCase());
  if (/^https?:/.test(picture)) {
    const photo = el('img', { src: picture, alt: '' });
    // Where it cannot be had, the letter behind it shows.
    photo.addEventListener('error', () => photo.remove());
    made.append(photo);
  }
  return made;
}

/** Of an operator by account, or else by the name that visitors see; empty where there is none. */
export function pictureOf({ settings }: Link['state'], id: string | null | undefined, name: string): string {
  const { operators = [] } = settings;
  const one = operators.find((other) => other.id === id) ?? operators.find((other) => other.name === name);
  return one?.picture ?? '';
}
