/** English or Russian; each is named in its own language. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/i18n.ts';

export function LanguageChoice({ onChange }: { readonly onChange?: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  const choose = (value: string): void => {
    const language = LANGUAGES.find((known) => known === value) ?? 'en';
    void changeLanguage(language);
    onChange?.(language);
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('menu.language')}
      data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
      value={i18n.language}
      onChange={choose}
    />
  );
}
