/** Calendly as its public facts describe it. Its frame speaks by messages from the vendor’s origin. */
import type { StandIn } from './stand-in.ts';

export const calendly: StandIn = {
  id: 'calendly',
  prefix: 'Calendly',
  address: 'https://assets.calendly.com/assets/external/widget.js',
  script: `
    window.Calendly = { initInlineWidget() {} };
    const tell = (what) => message('https://calendly.com', { event: 'calendly.' + what, payload: { event: { uri: 'e' }, invitee: { uri: 'i' } } });
    return {
      look: () => { tell('event_type_viewed'); tell('date_and_time_selected'); },
      book: () => tell('event_scheduled'),
      foreign: () => message('https://calendly.com.evil.example', { event: 'calendly.event_scheduled' }),
    };`,
  stories: [
    ['foreign look book', ['Meeting_booked']],
    ['look foreign', []],
  ],
};
