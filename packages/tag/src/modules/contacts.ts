/** Contact data that visitors fill in and send: only its kind leaves the page [W38]. */
import { listen } from '../shared/browser.ts';
import type { Module } from '../shared/model.ts';

export const contacts: Module = (counter) => {
  /** By what the field says of itself; the first that fits. */
  const KINDS: Readonly<Record<string, RegExp>> = {
    email: /e-?mail|почт/i,
    phone: /\btel|phone|mobile|телефон/i,
    address: /addr|street|city|postal|zip|адрес|улиц|город/i,
    name: /\b(f(ull|irst|amily)?|last|your|client|customer|given|sur)?[-_ ]?name\b|имя|фамил|фио/i,
  };
  const told: unknown[] = [];
  const kindOf = ({ type, autocomplete, name, id, placeholder, value }: HTMLInputElement): unknown =>
    /^te|email|search/.test(type) &&
    value.trim() &&
    Object.keys(KINDS).find((kind) => KINDS[kind]!.test([type, autocomplete, name, id, placeholder].join()));
  const send = (kind: unknown, isSent: 0 | 1): void =>
    counter._tell('contact', `?k=${kind as string}&s=${isSent}`);
  listen('change', (event) => {
    const kind = kindOf(event.composedPath()[0] as HTMLInputElement);
    if (kind && !told.includes(kind)) {
      told.push(kind);
      send(kind, 0);
    }
  });
  counter._formSent = (form) => {
    const kinds = Array.from(form.elements, (field) => kindOf(field as HTMLInputElement));
    for (const kind in KINDS) if (kinds.includes(kind)) send(kind, 1);
  };
};
