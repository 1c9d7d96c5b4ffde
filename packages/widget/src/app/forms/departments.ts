/** Asks, before a conversation, which department should answer [C46]. */
import type { Link } from '../../link/link.ts';
import { el } from '../dom.ts';
import type { Texts } from '../texts/index.ts';

export interface DepartmentChoice {
  readonly element: HTMLElement;
  draw(): void;
}

export function departmentChoice(link: Link, texts: Texts): DepartmentChoice {
  const { state, outbox } = link;
  const chips = state.settings.departments.map(({ id, name }) => {
    const input = el('input', { type: 'radio', name: 'department', value: id });
    const off = el('small', {}, texts.away);
    // Pressed again, no department is chosen.
    input.addEventListener('click', () => link.choose(state.department === id ? null : id));
    return { id, input, off, element: el('label', {}, input, el('span', { dir: 'auto' }, name, off)) };
  });
  const element = el(
    'fieldset',
    { class: 'choice', role: 'radiogroup', hidden: true },
    el('legend', {}, texts.who),
    ...chips.map((chip) => chip.element),
  );
  return {
    element,
    draw: () => {
      element.hidden = chips.length === 0 || state.conversation?.state === 'open' || outbox.all().length > 0;
      for (const [index, { id, input, off }] of chips.entries()) {
        input.checked = state.department === id;
        // One stop of the Tab key; the arrows go on from there.
        input.tabIndex = input.checked || (state.department === null && index === 0) ? 0 : -1;
        off.hidden = state.departments?.includes(id) ?? state.online;
      }
    },
  };
}
