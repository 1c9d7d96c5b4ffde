/** Marquiz: how its widget is seen on a page, and what its events say. */
import type { Vendor } from '../vendor.ts';

export const marquiz: Vendor = {
  id: 'marquiz',
  name: 'Marquiz',
  prefix: 'Marquiz',
  seen: {
    globals: ['Marquiz', 'webpackChunkmarquiz_quiz'],
    scripts: ['script.marquiz.'],
    elements: '.marquiz-pops',
  },
  listens: [],
  sure: 'source',
  checked: '2026-11',
  ownGoals: { quiz: 'marquiz-finish', contact: 'marquiz-contacts1', form: 'marquiz-form' },
  note: 'Its frame reports these goals to the counter that is typed into the settings of the quiz.',
};
