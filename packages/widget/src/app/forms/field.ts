/** A labelled field. */
import { el } from '../dom.ts';
import type { Texts } from '../texts/index.ts';

export type FieldName = 'name' | 'email' | 'phone';

const KINDS = {
  name: { type: 'text', autocomplete: 'name', maxlength: 255 },
  email: { type: 'email', autocomplete: 'email', maxlength: 255 },
  phone: { type: 'tel', autocomplete: 'tel', maxlength: 64 },
} as const;

export interface Field {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** False where it cannot be right; it then says so. */
  check(): boolean;
}

export function field(name: FieldName, value: string | undefined, texts: Texts): Field {
  const input = el('input', { ...KINDS[name], name, 'aria-label': texts[name], value: value ?? '' });
  const wrong = el('span', { class: 'bad', role: 'alert' });
  const check = (): boolean => {
    const text = input.value.trim();
    const isWrong = name === 'email' && text !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    input.setAttribute('aria-invalid', String(isWrong));
    wrong.textContent = isWrong ? texts.emailWrong : '';
    return !isWrong;
  };
  input.addEventListener('input', () => wrong.textContent && check());
  return { element: el('label', {}, texts[name], input, wrong), input, check };
}
