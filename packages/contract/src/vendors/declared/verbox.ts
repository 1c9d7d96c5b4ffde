/** Verbox: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const verbox: Vendor = {
  id: 'verbox',
  name: 'Verbox',
  prefix: 'Verbox',
  seen: { scripts: ['verbox.ru/support/'] },
  listens: [
    {
      by: 'call',
      single: true,
      path: '@supportAPIMethod',
      args: ['setCallback', '$name', '$run'],
      rows: [
        ['openSupport', 'opened'],
        ['clientSendMessage', 'visitor'],
        ['contactsUpdated', 'contact'],
      ],
    },
  ],
  sure: 'observed',
  checked: '2026-11',
  note: 'It has the loader of Talk-Me, and is heard in the same way.',
};
