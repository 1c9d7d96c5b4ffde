/** Kinds of traffic sources in words. */
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

/** What is not known by kind is named as it is. */
export function useSourceWord(): (source: string) => string {
  const { t } = useTranslation();
  return (source) => {
    const known = SOURCES.find((id) => id === source);
    return known === undefined ? source : t(`source.${known}`);
  };
}
