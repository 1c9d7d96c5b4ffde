/** The line that brings the chat to the pages, and where else it stands. */
import type { Counter } from '@goalpost/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { Section } from '../../ui/section.tsx';

export function SnippetLine({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const line = `<script async src="${location.origin}/chat/widget.js?id=${counter.id}"></script>`;
  return (
    <Section title={t('chat.settings.snippet')} text={t('chat.settings.snippetText')}>
      <CopyBlock text={line} label={t('chat.settings.snippet')} />
      <p className="gp-dim gp-small">
        {t('chat.settings.snippetWhole')}{' '}
        <Link to="/counter/$counterId/install" params={{ counterId: String(counter.id) }} className="gp-link">
          {t('nav.install')}
        </Link>
      </p>
    </Section>
  );
}
