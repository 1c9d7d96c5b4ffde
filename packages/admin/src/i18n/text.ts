/** Texts that stand beside what they name, in every language. */
import type { Text } from '@goalpost/contract/reports/catalogue';

export const textIn = (text: Text, language: string): string => (language === 'ru' ? text.ru : text.en);
