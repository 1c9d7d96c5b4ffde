/** CookieYes: the category analytics, once the visitor has answered. */
import type { Module } from '../../shared/model.ts';

interface Answer {
  readonly isUserActionCompleted?: boolean;
  readonly categories: { readonly analytics?: boolean };
}

declare const getCkyConsent: () => Answer;

export const cookieyes: Module = (counter) =>
  counter._heard!(['cookieyes_consent_update', 'cookieyes_banner_load'], () => {
    const answer = getCkyConsent();
    return answer.isUserActionCompleted && !!answer.categories.analytics;
  });
