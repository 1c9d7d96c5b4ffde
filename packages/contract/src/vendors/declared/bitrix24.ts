/** Bitrix24: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const bitrix24: Vendor = {
  id: 'bitrix24',
  name: 'Bitrix24',
  prefix: 'Bitrix24',
  seen: {
    globals: ['BX.LiveChatWidget', 'BX.LiveChat', 'Bitrix24FormObject', 'b24Tracker'],
    scripts: ['/crm/site_button/', '/crm/form/'],
  },
  listens: [
    {
      by: 'call',
      from: ['onBitrixLiveChat', 'widget'],
      path: 'subscribe',
      args: [{ type: '$name', callback: '$run' }],
      rows: [
        ['widgetOpen', 'opened'],
        ['userVote', 'rated'],
        ['userMessage', 'visitor'],
        ['operatorMessage', 'agent'],
        ['userFile', 'visitor'],
        ['userForm', 'offline', '0.form', 'offline'],
        ['userForm', 'contact'],
      ],
    },
    // Where the widget was handed out before the tag listened, this still gives what the visitor writes.
    {
      by: 'call',
      path: 'BX.LiveChat.addEventListener',
      args: [0, '$name', '$run'],
      rows: [['message', 'visitor']],
    },
    { by: 'window', rows: [['b24:form:send:success', 'form']] },
  ],
  sure: 'documented',
  checked: '2026-11',
};
