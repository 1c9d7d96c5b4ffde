/** Zoho SalesIQ: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const zohoSalesiq: Vendor = {
  id: 'zoho-salesiq',
  name: 'Zoho SalesIQ',
  prefix: 'ZohoSalesIQ',
  seen: { globals: ['$zoho.salesiq'], scripts: ['salesiq.zoho'] },
  listens: [
    {
      by: 'call',
      path: '$zoho.salesiq.visitor.{}',
      args: ['$run'],
      thread: '0',
      rows: [
        ['chat', 'visitor'],
        ['offlineMessage', 'offline'],
      ],
    },
    // Its first argument is the rule's name, and no conversation.
    { by: 'call', path: '$zoho.salesiq.visitor.{}', args: ['$run'], rows: [['trigger', 'rule']] },
  ],
  sure: 'observed',
  checked: '2026-11',
};
