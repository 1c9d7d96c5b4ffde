/** The form that is shown while all operators are away [C24]. */
import { MAX_MESSAGE_LENGTH } from '@goalpost/contract/chat/limits';
import type { Contact } from '@goalpost/contract/chat';
import type { Link } from '../../link/link.ts';
import { answers } from '../../link/state.ts';
import { el, whenSent } from '../dom.ts';
import { fill, type Texts } from '../texts/index.ts';
import { field, type FieldName } from './field.ts';

export interface OfflineForm {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
  /** What the page has said of the visitor since. */
  refresh(): void;
}

export function createOfflineForm(link: Link, texts: Texts): OfflineForm {
  const { state } = link;
  const names: FieldName[] = ['name', 'email'];
  if (state.settings.fields.includes('phone')) names.push('phone');
  const fields = names.map((name) => ({ name, ...field(name, state.contact[name], texts) }));
  const input = el('textarea', {
    'aria-label': texts.message,
    maxlength: MAX_MESSAGE_LENGTH,
    rows: 3,
    dir: 'auto',
  });
  const wrong = el('span', { class: 'bad', role: 'alert' });
  const intro = el('p', { dir: 'auto' });
  const element = el(
    'form',
    { class: 'form off', novalidate: true },
    intro,
    ...fields.map((one) => one.element),
    el('label', {}, texts.message, input, wrong),
    el('button', { type: 'submit', class: 'main' }, texts.send),
  );
  whenSent(element, () => {
    const text = input.value.trim();
    wrong.textContent = text === '' ? texts.empty : '';
    input.setAttribute('aria-invalid', String(text === ''));
    const bad = fields.find((one) => !one.check());
    if (bad) return bad.input.focus();
    if (text === '') return input.focus();
    const contact: Contact = {};
    for (const { name, input: one } of fields) if (one.value.trim()) contact[name] = one.value.trim();
    input.value = '';
    link.leave(text, contact);
  });
  return {
    element,
    input,
    refresh: () => {
      const { settings, department, online } = state;
      const away = online ? settings.departments.find(({ id }) => id === department)?.name : undefined;
      // While an operator is online, an invitation has asked to write here: it stands above.
      if (answers(state)) intro.textContent = '';
      else
        intro.textContent = away ? fill(texts.awayNow, { name: away }) : settings.offlineText || texts.later;
      for (const { name, input: one } of fields) if (one.value === '') one.value = state.contact[name] ?? '';
    },
  };
}
