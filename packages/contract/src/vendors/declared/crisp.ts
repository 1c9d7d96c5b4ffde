/** Crisp: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const crisp: Vendor = {
  id: 'crisp',
  name: 'Crisp',
  prefix: 'Crisp',
  seen: { globals: ['$crisp'], scripts: ['client.crisp.chat/'] },
  listens: [
    {
      by: 'call',
      single: true,
      path: '$crisp.push',
      args: [['on', '$name', '$run']],
      rows: [
        ['chat:opened', 'opened'],
        ['message:sent', 'visitor'],
        ['message:received', 'agent'],
        ['user:email:changed', 'contact'],
        ['user:phone:changed', 'contact'],
      ],
    },
  ],
  hands: { path: '$crisp.push', args: [['set', 'session:data', [[['goalpost_visitor', '$visitor']]]]] },
  sure: 'source',
  checked: 'crisp-sdk-web 1.2.1',
  note: 'It may keep one listener for each event: a handler of the site that is still queued is called by ours.',
};
