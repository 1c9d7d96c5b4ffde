/** Contact data that visitors fill in and send: only its kind leaves the page [W38]. */
import { each } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const contacts: Module = (counter) => {
  /** By what the field says of itself; the first that fits. */
  const KINDS: Readonly<Record<string, RegExp>> = {
    email: /e-?mail|почт/i,
    phone: /\btel|phone|mobile|телефон/i,
    address: /addr|street|city|postal|zip|адрес|улиц|город/i,
    name: /\b(f(ull|irst|amily)?|last|your|client|customer|given|sur)?[-_ ]?name\b|имя|фамил|фио/i,
  };
  type Told = Record<string, unknown>;
  /** Each kind once. */
  const tell = (field: unknown, isSent: 0 | 1, told: Told): void => {
    const { type, autocomplete, name, id, placeholder, ariaLabel, labels, value } = field as HTMLInputElement;
    if (!/^te|email|search/.test(type) || !value.trim()) return;
    for (const kind in KINDS)
      if (
        KINDS[kind]!.test(
          [type, autocomplete, name, id, placeholder, ariaLabel, labels?.[0]?.textContent].join(),
        )
      ) {
        if (!told[kind]) counter._tell('contact', `?k=${kind}&s=${isSent}`);
        told[kind] = 1;
        return;
      }
  };
  const filled: Told = {};
  counter._hear('change', (event) => tell(event.composedPath()[0], 0, filled));
  counter._formSent = (form) => {
    const sent: Told = {};
    each(form.elements, (field) => tell(field, 1, sent));
  };
};
