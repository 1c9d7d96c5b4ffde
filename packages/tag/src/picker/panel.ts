/** The picker's panel: a shadow root of its own, so that neither it nor the page changes the other. */
import type { PickedType } from '@goalpost/contract/picker';
import { HOST, rectOf } from './elements.ts';
import { keepOnTop } from './on-top.ts';
import { STYLE } from './style.ts';
import type { By, Named } from './ways.ts';
import type { Words } from './words.ts';

export interface Panel {
  readonly host: HTMLElement;
  /** Over the whole page: what is clicked there is picked, and the page does not hear of it. */
  readonly veil: HTMLElement;
  readonly previous: HTMLButtonElement;
  readonly next: HTMLButtonElement;
  readonly browse: HTMLButtonElement;
  readonly use: HTMLButtonElement;
  readonly end: HTMLButtonElement;
  readonly value: HTMLInputElement;
  say(text: string): void;
  /** Frames these elements, the first as the one that was picked. */
  frame(elements: readonly Element[], isFirstPicked: boolean): void;
  /** Takes it off the page. */
  leave(): void;
  /** Shows by what the element can be recognised; `choose` hears which. */
  offer(ways: readonly By[], named: Named, choose: (by: By) => void): void;
}

/** By parts, not by text: pages may forbid to make elements of text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** An empty one: where another picker is, it goes. */
export function makeHost(): { host: HTMLElement; root: ShadowRoot; end: () => void } {
  for (const old of document.querySelectorAll(HOST)) old.remove();
  const host = Object.assign(document.createElement(HOST), { popover: 'manual' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  // What is typed and clicked here is not the page's.
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'click', 'pointerdown', 'mousedown', 'paste'])
    host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root, end: keepOnTop(host) };
}

export function makePanel(type: PickedType, words: Words, lang: string): Panel {
  const { host, root, end: leave } = makeHost();
  const button = (text: string): HTMLButtonElement => make('button', { type: 'button', textContent: text });
  const veil = make('div', { className: 'veil' });
  const frames = make('div', {});
  const ways = make('fieldset', { hidden: true });
  const value = make('input', { type: 'text', spellcheck: false, maxLength: 500 });
  const valueLabel = make('label', { className: 'value', hidden: true }, words.value, value);
  const status = make('p', { role: 'status' });
  const use = Object.assign(button(words.use), { className: 'main', disabled: true });
  const [previous, next, browse, end] = [
    button(words.previous),
    button(words.next),
    button(words.browse),
    button(words.end),
  ];
  const title = make('h2', { id: 'title', textContent: words.title[type] });
  const panel = make(
    'div',
    { className: 'panel', role: 'dialog', tabIndex: -1, lang },
    title,
    make('p', { className: 'dim', textContent: words.how[type] }),
    ways,
    valueLabel,
    status,
    make('div', { className: 'row' }, use, previous, next, browse, end),
  );
  panel.setAttribute('aria-labelledby', 'title');
  root.append(veil, frames, panel);
  panel.focus({ preventScroll: true });

  return {
    host,
    veil,
    previous,
    next,
    browse,
    use,
    end,
    value,
    leave,
    say: (text) => {
      status.textContent = text;
    },
    frame: (elements, isFirstPicked) =>
      frames.replaceChildren(
        ...elements.map((element, at) => {
          const { left, top, width, height } = rectOf(element);
          const box = make('div', { className: isFirstPicked && at === 0 ? 'box' : 'box same' });
          box.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
          return box;
        }),
      ),
    offer: (offered, named, choose) => {
      ways.hidden = valueLabel.hidden = false;
      ways.replaceChildren(
        make('legend', { textContent: words.byLabel }),
        ...offered.map((by, at) => {
          const radio = make('input', { type: 'radio', name: 'by', checked: at === 0 });
          radio.addEventListener('change', () => choose(by));
          return make(
            'label',
            { className: 'way' },
            radio,
            make('span', { textContent: words.by[by] }),
            make('span', { textContent: named[by] }),
          );
        }),
      );
    },
  };
}
