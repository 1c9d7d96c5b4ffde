/** How elements are named on the wire, for forms and buttons [W36]. */
import { encode, listen } from '../shared/browser.ts';
import { attempt, guard } from '../shared/guard.ts';
import { cut } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const elements: Module = (counter) => {
  // Where a form has a field of that name, `form.id` is that field.
  const attribute = (element: Element, name: string): string =>
    attempt(() => cut(element.getAttribute(name) ?? '', 0, 100)) ?? '';

  /** From the nearest ancestor with an id, or the top: `#lead>div:2>button`. */
  const pathOf = (element: Element): string => {
    let path = '';
    for (let node: Element | null = element; node; node = node.parentElement) {
      const id = attribute(node, 'id');
      if (id) return `#${id}${path}`;
      let place = 1;
      for (let before = node.previousElementSibling; before; before = before.previousElementSibling)
        if (before.localName === node.localName) place++;
      path = `>${node.localName}${place > 1 ? `:${place}` : ''}${path}`;
    }
    return path;
  };
  counter._clicked = (event, fits) => {
    const path = event.composedPath() as HTMLElement[];
    // Buttons and forms of the chat and the picker are not the site's.
    // oxlint-disable-next-line unicorn/prefer-string-starts-ends-with -- the window on the path has no name
    return path.some(({ localName }) => /^goalpost-/.test(localName)) ? undefined : path.find(fits);
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
  counter._tellElement = (scheme, element, more = '') => {
    counter._told = element;
    counter._tell(
      scheme,
      `?i=${encode(attribute(element, 'id'))}&n=${encode(
        attribute(element, 'name'),
      )}&p=${encode(cut(guard(pathOf)(element) ?? '', 0, 500))}${more}`,
    );
    counter._told = undefined;
  };
};
