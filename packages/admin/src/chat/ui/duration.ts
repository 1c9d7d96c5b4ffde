/** Lengths of time in a word or two, as the language says them. */
import { useTranslation } from 'react-i18next';

function shortDuration(language: string, milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? unit(hours, 'hour') : unit(Math.floor(hours / 24), 'day');
}

export function useDuration(): (milliseconds: number) => string {
  const { i18n } = useTranslation();
  return (milliseconds) => shortDuration(i18n.language, milliseconds);
}
