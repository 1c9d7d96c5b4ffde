/** Cookiebot: consent to statistics. */
import type { Module } from '../../shared/model.ts';

declare const Cookiebot: {
  readonly hasResponse?: boolean;
  readonly consent: { readonly statistics?: boolean };
};

export const cookiebot: Module = (counter) =>
  counter._heard!(
    ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'],
    () => Cookiebot.hasResponse && !!Cookiebot.consent.statistics,
  );
