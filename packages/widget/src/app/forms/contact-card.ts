/** Asks, within the log, how the visitor may be reached. */
import { namesOf } from '../../shared/plain.ts';
import type { Contact } from '@goalpost/contract/chat';
import type { Link } from '../../link/link.ts';
import { button, el, whenSent } from '../dom.ts';
import { ICONS } from '../look/icons.ts';
import type { Texts } from '../texts/index.ts';
import { field } from './field.ts';

/**
 * Null where nothing is left to ask for.
 * @param done the focus is to go elsewhere: what had it is gone
 */
export function contactCard(link: Link, texts: Texts, done: () => void): HTMLElement | null {
  const { state } = link;
  const missing = state.settings.fields.filter((name) => !state.contact[name]);
  if (missing.length === 0) return null;
  const fields = missing.map((name) => ({ name, ...field(name, '', texts) }));
  const card = el(
    'form',
    { class: 'form ask', novalidate: true },
    el('p', {}, texts.introduce),
    ...fields.map(({ element }) => element),
    el('button', { type: 'submit', class: 'main' }, texts.save),
    button(texts.dismiss, ICONS.close, () => {
      card.remove();
      done();
    }),
  );
  whenSent(card, () => {
    const bad = fields.find((one) => !one.check());
    if (bad) return bad.input.focus();
    const contact: Contact = {};
    for (const { name, input } of fields) if (input.value.trim()) contact[name] = input.value.trim();
    if (namesOf(contact).length === 0) return fields[0]?.input.focus();
    link.give(contact);
    card.replaceChildren(el('p', { role: 'status' }, texts.thanks));
    done();
  });
  return card;
}
