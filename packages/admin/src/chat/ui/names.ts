/** How people and sites are called on screen. */
import type { Contact } from '@goalpost/contract/chat';
import { shownLocal } from '@goalpost/contract/addresses';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countersQuery } from '../../api/counters.ts';

/** What they called themselves; empty: nothing. */
export const givenName = (contact: Contact | undefined): string =>
  contact?.name || contact?.email || contact?.phone || '';

/** Visitors who gave no name are told apart by the end of their number. */
export function useVisitorName(): (contact: Contact | undefined, visitor: string) => string {
  const { t } = useTranslation();
  return (contact, visitor) => givenName(contact) || `${t('chat.visitor')} ${visitor.slice(-4)}`;
}

export function useCounterName(): (counterId: number) => string {
  const counters = useQuery(countersQuery()).data;
  return (counterId) => counters?.find(({ id }) => id === counterId)?.name ?? `№ ${counterId}`;
}

export function useCountryName(): (code: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'region' });
    return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : '');
  }, [i18n.language]);
}

const LABELS = /^(?:utm_.*|gclid|yclid|ysclid|fbclid|msclkid|_openstat)$/i;

/** An address without what every address has and without advertising labels, readable in its own letters. */
export function shortAddress(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    const told = search
      .slice(1)
      .split('&')
      .filter((part) => part !== '' && !LABELS.test(part.replace(/=.*/, '')));
    return shownLocal(pathname + (told.length === 0 ? '' : `?${told.join('&')}`));
  } catch {
    return url;
  }
}

/** Only addresses that a browser opens as pages become links. */
export function safeLink(url: string | undefined): string | null {
  if (url === undefined) return null;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
