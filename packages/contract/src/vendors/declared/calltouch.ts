/** Calltouch: how its widget is seen on a page, and what its events say. */
import type { ByCall, Vendor } from '../vendor.ts';

/** Listens to one action of these objects of its widgets. */
const subscribed = (objects: readonly string[], row: ByCall['rows'][number]): ByCall => ({
  by: 'call',
  path: 'ct',
  args: [
    'modules',
    'widgets',
    'subscribeToEvent',
    objects.map((object) => ({ object, action: '$name', callback: '$run' })),
  ],
  rows: [row],
});

export const calltouch: Vendor = {
  id: 'calltouch',
  name: 'Calltouch',
  prefix: 'Calltouch',
  seen: { globals: ['ctw', 'call_value'], scripts: ['mod.calltouch.ru/'] },
  listens: [
    subscribed(['request'], ['create', 'callback']),
    subscribed(['dialog', 'form'], ['open', 'opened']),
    subscribed(['button', 'multi-button'], ['click', 'opened']),
  ],
  sure: 'documented',
  checked: '2026-11',
  reports: true,
};
