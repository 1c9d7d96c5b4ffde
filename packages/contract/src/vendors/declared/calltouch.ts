/** Calltouch: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const calltouch: Vendor = {
  id: 'calltouch',
  name: 'Calltouch',
  prefix: 'Calltouch',
  seen: { globals: ['ctw', 'call_value'], scripts: ['mod.calltouch.ru/'] },
  listens: [
    {
      by: 'call',
      path: 'ct',
      args: [
        'modules',
        'widgets',
        'subscribeToEvent',
        [{ object: 'request', action: '$name', callback: '$run' }],
      ],
      rows: [['create', 'callback']],
    },
    {
      by: 'call',
      path: 'ct',
      args: [
        'modules',
        'widgets',
        'subscribeToEvent',
        [
          { object: 'dialog', action: '$name', callback: '$run' },
          { object: 'form', action: '$name', callback: '$run' },
        ],
      ],
      rows: [['open', 'opened']],
    },
    {
      by: 'call',
      path: 'ct',
      args: [
        'modules',
        'widgets',
        'subscribeToEvent',
        [
          { object: 'button', action: '$name', callback: '$run' },
          { object: 'multi-button', action: '$name', callback: '$run' },
        ],
      ],
      rows: [['click', 'opened']],
    },
  ],
  sure: 'documented',
  checked: '2026-11',
  reports: true,
};
