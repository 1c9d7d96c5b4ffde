/** The line that brings the chat to the pages, to copy, and where the whole snippet is. */
import type { Counter } from '@goalpost/contract/management';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { whole } from '../../api/address/address.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';

export function ChatLine({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const line = `<script async src="${whole(`/chat/widget.js?id=${counter.id}`)}"></script>`;
  return (
    <>
      <CopyBlock text={line} label={t('chat.settings.snippet')} />
      <p className="gp-dim gp-small">
        {t('chat.settings.snippetWhole')}{' '}
        <Link to="/counter/$counterId/install" params={{ counterId: String(counter.id) }} className="gp-link">
          {t('nav.install')}
        </Link>
      </p>
    </>
  );
}
