/** Times of day to the minute. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hourDigits } from '../../ui/format.ts';

export function useClock(): (at: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat(i18n.language, {
      hour: hourDigits(i18n.language),
      minute: '2-digit',
    });
    return (at) => clock.format(at);
  }, [i18n.language]);
}
