/** Keeps nothing in the browser: the server tells visitors apart by itself, for a day [P24]. */
import { keepIn } from '../../shared/browser.ts';
import type { Module } from '../../shared/model.ts';

export const cookieless: Module = (counter) => {
  keepIn({ __proto__: null });
  counter._visitor = ['', 0];
};
