/** Tilda as its public facts describe it. A bubbling event of the form. */
import type { StandIn } from './stand-in.ts';

export const tilda: StandIn = {
  id: 'tilda',
  prefix: 'Tilda',
  address: 'https://static.tildacdn.com/js/tilda-forms-1.0.min.js',
  script: `
    window.tildaForm = {};
    const form = document.createElement('form');
    form.className = 'js-form-proccess';
    const tell = (name) => { document.body.append(form); form.dispatchEvent(new CustomEvent('tildaform:' + name, { bubbles: true })); };
    return { sent: () => tell('aftersuccess'), failed: () => tell('aftererror') };`,
  stories: [
    ['failed sent', ['Form_sent']],
    ['failed', []],
  ],
};
