/** Front: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const front: Vendor = {
  id: 'front',
  name: 'Front',
  prefix: 'Front',
  seen: { globals: ['FrontChat'], scripts: ['chat-assets.frontapp.com/'] },
  listens: [
    {
      by: 'call',
      path: 'FrontChat',
      rows: [['onWindowVisibilityChanged', 'opened', '0.is_window_visible', true]],
    },
  ],
  sure: 'documented',
  checked: '2026-11',
};
