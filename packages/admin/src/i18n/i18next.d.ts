/** Makes every key that the code asks for one that the English catalogue has. */
import 'i18next';
import type { English } from './catalogue.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    returnNull: false;
    resources: { translation: English };
  }
}
