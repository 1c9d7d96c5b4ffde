/** Cookiebot: consent to statistics. */
import type { Module } from '../../shared/model.ts';

export const cookiebot: Module = (counter) =>
  counter._heard!(['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'], () => {
    const bot = (window as { Cookiebot?: { hasResponse?: boolean; consent?: { statistics?: boolean } } })
      .Cookiebot;
    return bot?.hasResponse && !!bot.consent?.statistics;
  });
