/** Forms that are sent: by the event, by a script, or by a click on their button where neither comes. */
import { later, listen } from '../shared/browser.ts';
import { guard } from '../shared/guard.ts';
import type { Module } from '../shared/model.ts';

export const forms: Module = (counter) => {
  /** Its button was clicked, and nothing says yet that it was sent. */
  let pressed: HTMLFormElement | undefined;
  /** The one told last, and the one told for its click alone: what follows is the same sending. */
  let told: unknown;
  let guessed: unknown;

  const send = (form: HTMLFormElement): void => {
    pressed = undefined;
    told = form;
    counter._formSent?.(form);
    counter._tellElement('form', form);
  };
  const settle = (): void => {
    if (pressed) send((guessed = pressed));
  };
  counter._hear('submit', ({ target }) => {
    if (guessed !== target) send(target as HTMLFormElement);
    guessed = undefined;
  });
  listen('click', (event) => {
    const button = counter._clicked(event, (element) => {
      const { form, type } = element as HTMLButtonElement;
      return form && /^(submit|image)$/.test(type);
    }) as HTMLButtonElement | undefined;
    const form = button?.form;
    // What the browser refuses to send, it shows to the visitor instead.
    if (!form || (!form.noValidate && !button.formNoValidate && form.matches(':invalid'))) return;
    guessed = undefined;
    pressed = form;
    later(settle, 300);
  });
  // A script that sends the form by itself leaves the page before that.
  listen('pagehide', settle);
  // `form.submit()` makes no event. Called by a name of ours: pages replace `call`.
  const form = HTMLFormElement.prototype as unknown as Record<string, unknown>;
  const original = `_gp.submit.${counter._listed.id}`;
  const sent = guard((one: HTMLFormElement) => told === one || send(one));
  form[original] = form['submit'];
  form['submit'] = function (this: Record<string, () => void>) {
    sent(this as unknown as HTMLFormElement);
    this[original]!();
  };
};
