/** One visitor: who they are as far as is known, and all that they did, newest visit first. */
import type { VisitorTimeline } from '@goalpost/contract/chat';
import { Alert, Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { namesNothing } from '../api/failures.ts';
import { timelineQuery } from '../api/visits/visits.ts';
import { useVisitorName } from '../chat/ui/names.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { NOTHING, useFormat } from '../ui/format.ts';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { SiteClock } from './site-clock.tsx';
import { Timeline } from './timeline.tsx';
import './timeline.css';

export function VisitorPage() {
  const { t } = useTranslation();
  const { id: counterId } = useCounter();
  const { visitor } = useParams({ from: '/inside/counter/$counterId/visitors/$visitor' });
  const answer = useInfiniteQuery({ ...timelineQuery(counterId, visitor), retry: false });
  const nameOf = useVisitorName();
  const pages = answer.data?.pages ?? [];
  const [first] = pages;
  const name = nameOf(first?.contact ?? undefined, visitor);
  const back = (
    <ButtonLink to="/counter/$counterId/visits" params={{ counterId: String(counterId) }} variant="default">
      {t('timeline.back')}
    </ButtonLink>
  );
  if (answer.isError && first === undefined)
    return (
      <>
        <PageHead title={t('visits.visitor')} />
        {namesNothing(answer.error) || isMisspelt(visitor) ? (
          <Empty icon={<IconUserOff />} title={t('timeline.unknown')} text={t('timeline.unknownText')}>
            {back}
          </Empty>
        ) : (
          <Failure error={answer.error} onRetry={() => void answer.refetch()} />
        )}
      </>
    );
  if (first === undefined) return <PageSkeleton />;
  return (
    <>
      <PageHead title={name}>{back}</PageHead>
      <Facts known={first} />
      <p className="gp-dim gp-small">
        <SiteClock />
      </p>
      {!first.reads_chat && (
        <Alert variant="light" color="gray" mb="md">
          {t('timeline.noChat')}
        </Alert>
      )}
      <Timeline pages={pages} counterId={counterId} name={name} />
      {answer.hasNextPage && (
        <Button
          variant="default"
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t('visits.more')}
        </Button>
      )}
    </>
  );
}

/** An address that was typed by hand. */
const isMisspelt = (visitor: string): boolean => !/^\d{1,20}$/.test(visitor);

function Facts({ known }: { readonly known: VisitorTimeline }) {
  const { t } = useTranslation();
  const format = useFormat(useCounter().time_zone_name);
  const { contact, revenue, first_visit_at: firstAt, visits_total: total } = known;
  const reached = [contact?.email, contact?.phone].filter(Boolean).join(', ');
  const facts = [
    { name: t('timeline.visits'), value: format.number(total), help: '' },
    { name: t('timeline.firstVisit'), value: firstAt === null ? NOTHING : format.moment(firstAt), help: '' },
    {
      name: t('timeline.revenue'),
      value: revenue.length === 0 ? NOTHING : format.sums(revenue),
      help: t('timeline.revenueHelp'),
    },
    ...(reached === '' ? [] : [{ name: t('timeline.contact'), value: reached, help: '' }]),
  ];
  return (
    <dl className="gp-visitor-facts">
      {facts.map(({ name, value, help }) => (
        <div key={name} className="gp-panel" title={help === '' ? undefined : help}>
          <dt>{name}</dt>
          <dd className="gp-number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
