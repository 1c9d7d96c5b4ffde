/** Talk-Me: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const talkMe: Vendor = {
  id: 'talk-me',
  name: 'Talk-Me',
  prefix: 'TalkMe',
  seen: { globals: ['TalkMe', 'MeTalk', 'TalkMeSetup'], scripts: ['talk-me.ru/support/'] },
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
  note: 'It may keep one listener for each event.',
};
