/** Where the chat's line goes, on the chat's own settings. */
import type { Counter } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { ChatLine } from './chat-line.tsx';

export function SnippetLine({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  return (
    <Section title={t('chat.settings.snippet')} text={t('chat.settings.snippetText')}>
      <ChatLine counter={counter} />
    </Section>
  );
}
