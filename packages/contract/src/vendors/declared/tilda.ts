/** Tilda: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const tilda: Vendor = {
  id: 'tilda',
  name: 'Tilda',
  prefix: 'Tilda',
  seen: { globals: ['tildaForm'], scripts: ['tildacdn', 'tilda.ws/'], elements: 'form.js-form-proccess' },
  listens: [{ by: 'window', rows: [['tildaform:aftersuccess', 'form']] }],
  sure: 'observed',
  checked: '2026-11',
  note: 'Old versions raise the event by jQuery alone, which is not heard.',
};
