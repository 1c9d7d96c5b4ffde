/** Kinds of traffic sources in words. */
import { shownHost } from '@goalpost/contract/addresses';
import { useTranslation } from 'react-i18next';

export const SOURCES = [
  'ad',
  'organic',
  'social',
  'messenger',
  'recommend',
  'email',
  'qrcode',
  'referral',
  'internal',
  'direct',
  'saved',
] as const;

/** What is not known by kind is named as it is: a system, or the host of a site. */
export function useSourceWord(): (source: string) => string {
  const { t } = useTranslation();
  return (source) => {
    const known = SOURCES.find((id) => id === source);
    return known === undefined ? (source.includes('.') ? shownHost(source) : source) : t(`source.${known}`);
  };
}
