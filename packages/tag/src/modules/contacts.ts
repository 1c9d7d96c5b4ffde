/** Contact data that visitors fill in and send: only its kind leaves the page [W38]. */
import type { Module } from '../shared/model.ts';

export const contacts: Module = (counter) => {
  const told: Record<string, unknown> = { __proto__: null } as never;
  /** By what the field says of itself; the first that fits. */
  const KINDS: readonly (readonly [string, RegExp])[] = [
    ['email', /e-?mail|почт/],
    ['phone', /\btel|phone|mobile|телефон/],
    ['address', /addr|street|city|postal|zip|адрес|улиц|город/],
    ['name', /\b(f|full|first|last|your|client|customer|given|family|sur)?[-_ ]?name\b|имя|фамил|фио/],
  ];
  const kindOf = (field: HTMLInputElement): string | undefined => {
    const { type, autocomplete, name, id, placeholder, value } = field;
    if (!value?.trim() || !/^(text|email|tel|textarea|search)$/.test(type)) return undefined;
    const said = `${type} ${autocomplete} ${name} ${id} ${placeholder}`.toLowerCase();
    return KINDS.find(([, words]) => words.test(said))?.[0];
  };
  const send = (kind: string | undefined, isSent: 0 | 1): void => {
    if (kind) counter._tell('contact', `?k=${kind}&s=${isSent}`);
  };
  counter._listen('change', (event) => {
    const kind = kindOf(event.composedPath()[0] as HTMLInputElement);
    if (kind && !told[kind]) send(kind, 0);
    if (kind) told[kind] = 1;
  });
  counter._formSent = (form) => {
    const kinds = Array.from(form.elements, (field) => kindOf(field as HTMLInputElement));
    for (const [kind] of KINDS) if (kinds.includes(kind)) send(kind, 1);
  };
};
