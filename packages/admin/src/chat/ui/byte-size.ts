/** Sizes of files as people read them: B, KB, MB, the same as visitors see them in the chat. */
import { useTranslation } from 'react-i18next';

const KB = 1_024;
const MB = KB * KB;

export function useByteSize(): (bytes: number) => string {
  const { t, i18n } = useTranslation();
  return (bytes) => {
    const write = (value: number, digits: number): string =>
      new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits }).format(value);
    if (bytes < KB) return t('chat.size.b', { n: write(bytes, 0) });
    return bytes < MB
      ? t('chat.size.kb', { n: write(bytes / KB, 0) })
      : t('chat.size.mb', { n: write(bytes / MB, 1) });
  };
}
