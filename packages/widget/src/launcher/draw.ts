/** Draws the button, in a shadow root that the page's style sheets do not reach. */
import type { WidgetSettings } from '@goalpost/contract/chat';
import { textOn } from '../shared/colour.ts';
import type { Shell } from '../shared/shell.ts';
import { addStyle } from '../shared/style.ts';
import { STYLE } from './style.ts';

type Drawn = Pick<Shell, 'root' | 'host' | 'button' | 'face' | 'paint'>;

const NS = 'http://www.w3.org/2000/svg';

/** Element by element: pages may forbid markup out of strings. */
const icon = (name: string, path: string): Element => {
  const svg = document.createElementNS(NS, 'svg');
  const line = document.createElementNS(NS, 'path');
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', '0 0 24 24');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
};

export const isRussian = (language: string): boolean => /^ru/i.test(language);

export const draw = ({ color, side, language }: WidgetSettings, press: () => void): Drawn => {
  const host = document.createElement('goalpost-chat');
  const { style } = host;
  // Inline and important: however wild the page's own rules, these stand.
  style.cssText = [
    'all:initial',
    'position:fixed',
    'display:block',
    'bottom:0',
    `${side}:0`,
    'width:0',
    'height:0',
    'z-index:2147483000',
    'direction:ltr',
    '',
  ].join('!important;');
  host.setAttribute('side', side);
  const root = host.attachShadow({ mode: 'open' });
  addStyle(root, STYLE);
  const button = document.createElement('button');
  button.className = 'launch';
  button.append(
    icon('c', 'M21 11.5a8.4 8.4 0 0 1-12 7.6L3 21l1.9-5.7A8.4 8.4 0 1 1 21 11.5z'),
    icon('x', 'M6 6l12 12M18 6L6 18'),
  );
  button.setAttribute('aria-haspopup', 'dialog');
  // `document.open` takes all handlers away, and by this one the link sees it.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- nothing tells of listeners
  button.onclick = press;
  root.append(button);

  const face = (open: boolean): void => {
    const words = isRussian(language) ? ['Открыть чат', 'Закрыть чат'] : ['Open chat', 'Close chat'];
    button.setAttribute('aria-label', words[+open] as string);
    button.setAttribute('aria-expanded', `${open}`);
  };
  const paint = (colour: string): void => {
    style.setProperty('--brand', colour);
    style.setProperty('--on', textOn(colour));
  };
  face(false);
  paint(color);
  // Beside the body, not in it: pages replace their body, and count its children.
  document.documentElement.append(host);
  return {
    host,
    root,
    button,
    face,
    paint,
  };
};
