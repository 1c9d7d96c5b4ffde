/** What of a visit is said in words: where it came from, and how its parts are called. */
import type { VisitView } from '@goalpost/contract/reports/visits';
import { shownHost } from '@goalpost/contract/addresses';
import { useTranslation } from 'react-i18next';
import { useSourceWord } from '../chat/ui/source-word.ts';
import { useCountryName } from '../chat/ui/names.ts';

export interface SourceWords {
  readonly name: string;
  /** What more is known: the phrase, the campaign, the page before; empty: nothing. */
  readonly detail: string;
}

export function useVisitSource(): (source: VisitView['source']) => SourceWords {
  const wordOf = useSourceWord();
  return ({ kind, name, phrase, utm, referrer }) => {
    const word = wordOf(kind);
    const campaign = [utm.source, utm.medium, utm.campaign, utm.content, utm.term].filter(Boolean);
    const detail = [phrase && `“${phrase}”`, campaign.join(' / ')].filter(Boolean).join(' · ');
    const shown = name === '' ? word : `${name.includes('.') ? shownHost(name) : name} · ${word}`;
    return { name: shown, detail: detail || hostOf(referrer) };
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? shownHost(new URL(address).host) : '';
}

export function usePlaceName(): (visit: Pick<VisitView, 'country' | 'city'>) => string {
  const countryName = useCountryName();
  return ({ country, city }) => [city, countryName(country)].filter(Boolean).join(', ');
}

export function useDeviceName(): (visit: Pick<VisitView, 'device' | 'browser' | 'os'>) => string {
  const { t } = useTranslation();
  return ({ device, browser, os }) =>
    [browser, os].filter(Boolean).join(', ') || t('visits.device') + ` ${device}`;
}
