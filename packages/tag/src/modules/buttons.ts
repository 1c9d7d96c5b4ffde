/** Clicks on buttons, whatever they are made of [W37]. */
import { encode, listen } from '../shared/browser.ts';
import { cut } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const buttons: Module = (counter) => {
  listen('click', (event) => {
    // Scripts click too, sliders every few seconds.
    if (!event.isTrusted || event === counter._told) return;
    const button = counter._clicked(
      event,
      (element) =>
        element.matches &&
        (element.matches('button,[role=button],a:not([href]),a[href^="#"],a[href^="javascript:"]') ||
          /^(button|submit|reset|image)$/.test((element as HTMLInputElement).type) ||
          (element.matches('a,div,span') && /\b(btn|button)\b/i.test(element.className))),
    ) as HTMLAnchorElement | undefined;
    if (!button) return;
    const { ariaLabel, title, textContent, href } = button;
    const text = textContent.trim() || (button as unknown as HTMLInputElement).value || ariaLabel || title;
    counter._tellElement(
      'btn',
      button,
      `&t=${encode(cut(text.replace(/\s+/g, ' '), 0, 100))}&h=${encode(cut(`${href ?? ''}`, 0, 500))}`,
    );
  });
};
