/** Gorgias: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const gorgias: Vendor = {
  id: 'gorgias',
  name: 'Gorgias',
  prefix: 'Gorgias',
  seen: {
    globals: ['GorgiasChat', 'gorgiasChat'],
    elements: '#gorgias-chat-container,#gorgias-chat-widget-install-v2',
  },
  listens: [{ by: 'call', path: 'GorgiasChat.on', rows: [['widget:opened', 'opened']] }],
  sure: 'observed',
  checked: '2026-11',
  note: 'Which side its event of a message means is not known.',
};
