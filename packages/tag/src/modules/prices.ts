/** Prices that stand on the page, for goals that name their place: read when something is told [G86, W80]. */
import { listen } from '../shared/browser.ts';
import { attempt, guard } from '../shared/guard.ts';
import { cut, each, isObject, own } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

/** `@data-price`, or a selector. The server puts in what the counter's goals name. */
declare const GOALPOST_PLACES: readonly string[];

type Place = (Element | Document) & { readonly host?: Element };

export const prices: Module = (counter) => {
  const { _send: send } = counter;
  /** The page view that waits until the page stands. */
  let held: (() => void) | undefined;

  const flush = (): void => {
    const go = held;
    held = undefined;
    go?.();
  };
  /** A text; 0: there is more than one, or none that could be a price; undefined: nothing stands there. */
  const read = guard((place: string): unknown => {
    const name = place[0] === '@' && cut(place, 1);
    const selector = name ? `[${name}]` : place;
    let found: unknown;
    const see = (element: Element): void => {
      const { value, textContent } = element as HTMLInputElement;
      const attribute = name || 'content';
      const text = `${element.getAttribute(attribute) ?? (value || textContent)}`.replace(/\s+/g, ' ').trim();
      if (text) found = text.length < 100 && (found ?? text) === text ? text : 0;
    };
    // From what it happened to outwards: the price of the card that the button is in.
    let node = counter._told as Place | null | undefined;
    if (!node?.querySelectorAll) node = attempt(() => event!.composedPath()[0] as Place);
    if (!node?.querySelectorAll) node = document;
    // A field named `parentNode` makes a circle of its form.
    for (
      let left = 1e5;
      node && --left > 0 && found === undefined;
      node = (node.parentNode as Place | null) ?? node.host
    ) {
      if ((node as Element).matches?.(selector)) see(node as Element);
      else each(node.querySelectorAll(selector), see);
    }
    return found;
  });

  counter._send = (kind, given, url, referrer) => {
    flush();
    const fields = own(given);
    // Its own, even where it goes during another call.
    fields['callback'] ??= counter._after ?? 0;
    const go = (): void => {
      const said = fields['params'];
      // A list has no place for names.
      const params = own(isObject(said) && said);
      const internal = own(params['__ym']);
      const all = own(0);
      each(isObject(said) && 'length' in said ? [] : GOALPOST_PLACES, (place) => {
        const found = read(place);
        if (found !== undefined) {
          all[place] = found;
          internal['prices'] = all;
          params['__ym'] = internal;
          fields['params'] = params;
        }
      });
      send(kind, fields, url, referrer);
    };
    // What is told later tells it first, so that visits begin with their page view.
    if (kind === 'pv:1:' && document.readyState === 'loading') held = go;
    else go();
  };
  listen('DOMContentLoaded', flush);
  listen('pagehide', flush);
};
