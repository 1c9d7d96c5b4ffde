/** Those who came no further than a step, with the way to each and to a rule that invites them. */
import { CloseButton } from '@mantine/core';
import { shownAddress } from '@goalpost/contract/addresses';
import { IconMessagePlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCounter } from '../counter/counter-scope.tsx';
import { useTranslation } from 'react-i18next';
import { lostQuery, type FunnelQuestion } from '../api/funnels/funnels.ts';
import { shortAddress, useVisitorName } from '../chat/ui/names.ts';
import { Failure } from '../ui/failure.tsx';
import { NOTHING, useFormat } from '../ui/format.ts';
import { AnchorLink, ButtonLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import type { Funnel } from './use-funnel.ts';
import { useStepName } from './words.ts';

interface Props {
  readonly funnel: Funnel;
  readonly question: FunnelQuestion;
  /** From 1. */
  readonly step: number;
}

export function LostPeople({ funnel, question, step }: Props) {
  const { t } = useTranslation();
  const format = useFormat(useCounter().time_zone_name);
  const visitorName = useVisitorName();
  const { counterId } = funnel.report;
  const nameOf = useStepName(counterId);
  const draft = funnel.steps[step - 1];
  const { data, error, refetch } = useQuery(lostQuery(question, step));
  if (draft === undefined) return null;
  const title = t('paths.lostAfter', { step: nameOf(draft) });
  const page = draft.type === 'page' && (draft.value ?? '') !== '' ? draft.value : data?.data[0]?.page;
  const params = { counterId: String(counterId) };
  return (
    <section className="gp-panel gp-panel-pad" aria-label={title}>
      <div className="gp-lost-head">
        <h2>{title}</h2>
        <ButtonLink
          variant="default"
          leftSection={<IconMessagePlus size={16} stroke={1.6} />}
          to="/counter/$counterId/chat/invitations"
          params={params}
          search={{ rule: 'new', page: page === undefined ? undefined : pathOf(page) }}
        >
          {t('paths.invite')}
        </ButtonLink>
        <CloseButton aria-label={t('paths.close')} onClick={() => funnel.change({ lost: undefined })} />
      </div>
      {error !== null && data === undefined ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <PageSkeleton />
      ) : (
        <>
          {data.total_rows > data.data.length && (
            <p className="gp-dim">
              {t('paths.latest', { n: format.number(data.data.length), all: format.number(data.total_rows) })}
            </p>
          )}
          {data.total_rows === 0 && <p className="gp-dim">{t('paths.nobody')}</p>}
          <ul className="gp-lost">
            {data.data.map(({ visitor, visit, reached_at: at, page: address }) => (
              <li key={`${visitor} ${visit}`}>
                <AnchorLink
                  to="/counter/$counterId/visitors/$visitor"
                  params={{ ...params, visitor }}
                  search={{}}
                >
                  {visitorName(undefined, visitor)}
                </AnchorLink>
                <time className="gp-dim" dateTime={at}>
                  {format.moment(at)}
                </time>
                <span className="gp-dim gp-one-line" title={shownAddress(address)}>
                  {shortAddress(address) || NOTHING}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Of an address its path: a rule looks for it within the address of the page. */
function pathOf(page: string): string {
  try {
    return new URL(page).pathname;
  } catch {
    return page;
  }
}
