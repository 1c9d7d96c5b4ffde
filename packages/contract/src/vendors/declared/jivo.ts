/** Jivo: how its widget is seen on a page, and what its events say. */
import { CHAT_GOALS } from '../../chat/events.ts';
import type { Vendor } from '../vendor.ts';

export const jivo: Vendor = {
  id: 'jivo',
  name: 'Jivo',
  prefix: 'Jivo',
  seen: { scripts: ['code.jivo.ru/', 'code.jivosite.com/'] },
  listens: [{ by: 'slots', rows: [['jivo_onClientStartChat', 'visitor']] }],
  hands: { path: 'jivo_api.setUserToken', args: ['$visitor'], replaces: true },
  sure: 'documented',
  checked: '2026-11',
  reports: true,
  ownGoals: {
    started: CHAT_GOALS.customer,
    invited: CHAT_GOALS.invitation,
    operator: CHAT_GOALS.operator,
    offline: CHAT_GOALS.offline,
  },
  note: 'Its widget reports the four goals to the counters of the page by itself; ours is the fallback for the first.',
};
