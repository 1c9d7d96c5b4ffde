/** Clicks on buttons, whatever they are made of [W37]. */
import { encode, listen } from '../shared/browser.ts';
import { cut } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const buttons: Module = (counter) => {
  listen('click', (event) => {
    // Scripts click too, sliders every few seconds.
    if (!event.isTrusted || event === counter._told) return;
    /** By their class alone, parts of buttons look like buttons, too. */
    const find = (byClass: string) =>
      counter._clicked(
        event,
        (element) =>
          element.matches?.('[role=button],a:not([href]),a[href^="#"],a[href^="javascript:"]') ||
          /^(button|submit|reset|image)$/.test((element as HTMLInputElement).type) ||
          (element.matches?.(byClass) && /\b(btn|button)\b/i.test(element.className)),
      );
    const button = (find('a') || find('div,span')) as HTMLAnchorElement | undefined;
    if (!button) return;
    const { ariaLabel, title, textContent, value, href } = button as HTMLAnchorElement & HTMLInputElement;
    // Drawings have no title, and the value of a list's item is a number.
    const text = `${textContent.trim() || value || ariaLabel || title || ''}`;
    counter._tellElement(
      'btn',
      button,
      `&t=${encode(cut(text.replace(/\s+/g, ' '), 0, 100))}&h=${encode(cut(href || '', 0, 500))}`,
    );
  });
};
