/** Typeform: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const typeform: Vendor = {
  id: 'typeform',
  name: 'Typeform',
  prefix: 'Typeform',
  seen: {
    scripts: ['embed.typeform.', '.typeform.com/to/', '.typeform.eu/to/'],
    elements: '[data-tf-widget],[data-tf-popup],[data-tf-slider],[data-tf-live]',
  },
  listens: [
    {
      by: 'messages',
      name: '0.type',
      hosts: ['typeform.com', 'typeform.eu'],
      thread: '0.responseId',
      rows: [['form-submit', 'form']],
    },
  ],
  sure: 'source',
  checked: '@typeform/embed 6.1.1',
};
