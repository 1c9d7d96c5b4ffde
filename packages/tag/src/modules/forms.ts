/** Forms that are sent: by the event, or 300 ms after a click on their button where no event comes. */
import { later, listen } from '../shared/browser.ts';
import type { Module } from '../shared/model.ts';

export const forms: Module = (counter) => {
  /** Its button was clicked, and nothing says yet that it was sent. */
  let pressed: HTMLFormElement | undefined;

  const send = (form: HTMLFormElement): void => {
    pressed = undefined;
    counter._formSent?.(form);
    counter._tellElement('form', form);
  };
  const settle = (): void => {
    if (pressed) send(pressed);
  };
  listen('submit', (event) => send(event.target as HTMLFormElement));
  listen('click', (event) => {
    const button = counter._clicked(event, (element) => {
      const { form, type } = element as HTMLButtonElement;
      return form && /^(submit|image)$/.test(type);
    }) as HTMLButtonElement | undefined;
    const form = button?.form;
    // What the browser refuses to send, it shows to the visitor instead.
    if (!form || (!form.noValidate && !button.formNoValidate && form.matches(':invalid'))) return;
    pressed = form;
    later(settle, 300);
  });
  // A script that sends the form by itself leaves the page before that.
  listen('pagehide', settle);
};
