/** Typeform as its public facts describe it. Its frame posts what is done, from hosts of the vendor. */
import type { StandIn } from './stand-in.ts';

export const typeform: StandIn = {
  id: 'typeform',
  prefix: 'Typeform',
  address: 'https://embed.typeform.com/next/embed.js',
  script: `
    const post = (type, origin = 'https://form.typeform.com') => message(origin, { type, formId: 'f', responseId: 'r' });
    return { start: () => { post('form-ready'); post('form-started'); post('form-screen-changed'); }, send: () => { post('form-submit'); post('form-submit'); }, foreign: () => post('form-submit', 'https://typeform.com.evil.example') };`,
  stories: [
    ['foreign start send', ['Form_sent']],
    ['start', []],
  ],
};
