/** HelpCrunch: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const helpcrunch: Vendor = {
  id: 'helpcrunch',
  name: 'HelpCrunch',
  prefix: 'HelpCrunch',
  seen: { globals: ['HelpCrunch'], scripts: ['.helpcrunch.com/'] },
  listens: [
    {
      by: 'call',
      path: 'HelpCrunch',
      rows: [
        ['onCustomerMessage', 'visitor'],
        ['onPreChatFormSubmit', 'contact'],
      ],
    },
  ],
  sure: 'documented',
  checked: '2026-11',
  note: 'Its messages of the site’s side are not told: invitations cannot be told from other starts.',
};
