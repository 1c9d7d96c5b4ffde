/** LiveTex: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const livetex: Vendor = {
  id: 'livetex',
  name: 'LiveTex',
  prefix: 'LiveTex',
  seen: { globals: ['LiveTex', 'liveTexID', 'liveTex_object'], scripts: ['.livetex.ru/js/'] },
  listens: [
    {
      by: 'call',
      path: 'LiveTex.on',
      rows: [
        ['chat_open', 'opened'],
        ['chat_invitation_open', 'rule'],
        ['chat_invitation_action', 'answered'],
        ['lead_action', 'contact'],
        ['offline_action', 'offline'],
      ],
    },
  ],
  sure: 'observed',
  checked: '2026-11',
  note: 'Its event names are of an older widget.',
};
