/** The test mode: a link for the owner's own browser, and what each goal made of its hits. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tryOutLinkQuery, tryOutQuery } from '../../api/goals/workbench.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { Failure } from '../../ui/failure.tsx';
import { useFormat } from '../../ui/format.ts';
import { TriedHit } from './tried-hit.tsx';
import './try-out.css';

export function TryOut({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const link = useQuery(tryOutLinkQuery(counterId));
  const token = link.data?.token;
  const feed = useQuery({ ...tryOutQuery(counterId, token ?? ''), enabled: token !== undefined });
  if (link.isError) return <Failure error={link.error} onRetry={() => void link.refetch()} />;
  const hits = feed.data?.hits ?? [];
  return (
    <>
      <p className="gp-dim">{t('tryOut.text')}</p>
      {link.data !== undefined && (
        <>
          <CopyBlock text={link.data.url} label={t('tryOut.link')} />
          <p className="gp-try-out-open">
            <Button component="a" href={link.data.url} target="_blank" rel="noreferrer" size="xs">
              {t('tryOut.open')}
            </Button>
            <span className="gp-dim">{t('tryOut.until', { time: format.time(link.data.expires_at) })}</span>
          </p>
        </>
      )}
      {feed.isError && <Failure error={feed.error} onRetry={() => void link.refetch()} />}
      <section aria-label={t('tryOut.hits')}>
        {hits.length === 0 && <p role="status">{t('tryOut.waiting')}</p>}
        <ol className="gp-try-out">
          {hits.map((hit, place) => (
            // The list grows at its head: places from its end stay.
            <TriedHit key={hits.length - place} hit={hit} />
          ))}
        </ol>
      </section>
    </>
  );
}
