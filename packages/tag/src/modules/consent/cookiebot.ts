/** Cookiebot: consent to statistics. */
import type { Module } from '../../shared/model.ts';

interface Bot {
  readonly hasResponse?: boolean;
  readonly consent: { readonly statistics?: boolean };
}

export const cookiebot: Module = (counter) =>
  counter._heard!(
    'Cookiebot',
    ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'],
    ({ hasResponse, consent }: Bot) => hasResponse && !!consent.statistics,
  );
