/** CookieYes: the category analytics, once the visitor has answered. */
import type { Module } from '../../shared/model.ts';

interface Answer {
  readonly isUserActionCompleted?: boolean;
  readonly categories?: { readonly analytics?: boolean };
}

export const cookieyes: Module = (counter) =>
  counter._heard!(['cookieyes_consent_update', 'cookieyes_banner_load'], () => {
    const answer = (window as { getCkyConsent?: () => Answer }).getCkyConsent?.();
    return answer?.isUserActionCompleted && !!answer.categories?.analytics;
  });
