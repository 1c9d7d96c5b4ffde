/** How elements are named on the wire, for forms and buttons [W36]. */
import { encode, listen } from '../shared/browser.ts';
import { attempt, guard } from '../shared/guard.ts';
import { cut } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

/** The build says it: the picker names elements, and hears nothing. */
declare const GOALPOST_PICKER: boolean;

export const elements: Module = (counter) => {
  // Where a form has a field of that name, `form.id` is that field.
  const attribute = (element: Element, name: string): string =>
    attempt(() => cut(element.getAttribute(name) ?? '', 0, 100)) ?? '';

  /**
   * From the nearest ancestor with an id, or the top: `#lead>div:2>button`. Fields named `parentElement` or
   * `previousElementSibling` make a circle of their form: the first ends by too many calls, the second by number.
   */
  const pathOf = (node: Element | null, path: string): string => {
    if (!node) return path;
    const id = attribute(node, 'id');
    if (id) return `#${id}${path}`;
    let place = 0;
    for (
      let before: Element | null = node, left = 1e5;
      before && left--;
      before = before.previousElementSibling
    )
      if (before.localName === node.localName) place++;
    return pathOf(node.parentElement, `>${node.localName}${place > 1 ? `:${place}` : ''}${path}`);
  };
  if (!GOALPOST_PICKER) {
    counter._clicked = (event, fits) => {
      const path = event.composedPath() as HTMLElement[];
      // Buttons and forms of the chat and the picker are not the site's: `false` is as good as none.
      // oxlint-disable-next-line unicorn/prefer-string-starts-ends-with -- the window on the path has no name
      const isOurs = path.some(({ localName }) => /^goalpost-/.test(localName));
      return (!isOurs && path.find(fits)) as HTMLElement | undefined;
    };
    counter._hear = (type, run) => {
      const heard = guard(run) as () => void;
      listen(type, heard);
      // Such events end at a shadow root: each is listened to once the visitor is in it.
      listen('focusin', (event) =>
        counter._clicked(event, (node) => {
          if (node.nodeType === 11) node.addEventListener(type, heard, true);
        }),
      );
    };
  }
  counter._tellElement = (scheme, element, more = '') => {
    counter._told = element;
    counter._tell(
      scheme,
      `?i=${encode(attribute(element, 'id'))}&n=${encode(
        attribute(element, 'name'),
      )}&p=${encode(cut(guard(pathOf)(element, '') ?? '', 0, 500))}${more}`,
    );
    counter._told = undefined;
  };
};
