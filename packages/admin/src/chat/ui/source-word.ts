/** Kinds of traffic sources in words. */
import { shownHost } from '@goalpost/contract/addresses';
import { SOURCE_KINDS } from '@goalpost/contract/traffic-sources';
import { useTranslation } from 'react-i18next';

export const SOURCES = [...SOURCE_KINDS, 'saved'] as const;

/** What is not known by kind is named as it is: a system, or the host of a site. */
export function useSourceWord(): (source: string) => string {
  const { t } = useTranslation();
  return (source) => {
    const known = SOURCES.find((id) => id === source);
    return known === undefined ? (source.includes('.') ? shownHost(source) : source) : t(`source.${known}`);
  };
}
