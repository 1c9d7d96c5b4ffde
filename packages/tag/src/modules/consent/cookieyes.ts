/** CookieYes: the category analytics, once the visitor has answered. */
import type { Module } from '../../shared/model.ts';

interface Answer {
  readonly isUserActionCompleted?: boolean;
  readonly categories: { readonly analytics?: boolean };
}

export const cookieyes: Module = (counter) =>
  counter._heard!(
    'getCkyConsent',
    ['cookieyes_consent_update', 'cookieyes_banner_load'],
    (ask: () => Answer) => {
      const answer = ask();
      return answer.isUserActionCompleted && !!answer.categories.analytics;
    },
  );
