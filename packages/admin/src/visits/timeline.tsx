/** Visits as a list, each with what happened in it in order of time. */
import type { TimelineItem, VisitorTimeline } from '@goalpost/contract/chat';
import { useCounter } from '../counter/counter-scope.tsx';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import { useDeviceName, usePlaceName, useVisitSource } from './words.ts';

interface Props {
  readonly pages: readonly VisitorTimeline[];
  readonly counterId: number;
  /** Of the visitor. */
  readonly name: string;
}

export function Timeline({ pages, counterId, name }: Props) {
  const { t } = useTranslation();
  const before = pages.flatMap((page) => page.before_visits);
  return (
    <ol className="gp-timeline" aria-label={t('timeline.title')}>
      {pages
        .flatMap((page) => page.visits)
        .map((visit) => (
          <li key={visit.id} className="gp-panel">
            <VisitHead visit={visit} />
            <Entries items={visit.items} counterId={counterId} name={name} />
            {visit.left_out > 0 && (
              <p className="gp-dim gp-small">{t('timeline.leftOut', { count: visit.left_out })}</p>
            )}
          </li>
        ))}
      {before.length > 0 && (
        <li className="gp-panel">
          <h2>{t('timeline.before')}</h2>
          <p className="gp-dim gp-small">{t('timeline.beforeText')}</p>
          <Entries items={before} counterId={counterId} name={name} />
        </li>
      )}
    </ol>
  );
}

function VisitHead({ visit }: { readonly visit: VisitorTimeline['visits'][number] }) {
  const { t } = useTranslation();
  const format = useFormat(useCounter().time_zone_name);
  const source = useVisitSource()(visit.source);
  const place = usePlaceName()(visit);
  const device = useDeviceName()(visit);
  const extent = t('timeline.visit', { count: visit.pageviews, time: format.duration(visit.duration) });
  const facts = [
    [source.name, source.detail].filter(Boolean).join(' · '),
    visit.bounce ? `${extent}, ${t('timeline.bounce')}` : extent,
    [place, device].filter(Boolean).join(' · '),
  ];
  return (
    <header className="gp-timeline-head">
      <h2>
        <time dateTime={new Date(visit.started_at).toISOString()}>{format.moment(visit.started_at)}</time>
      </h2>
      <p className="gp-dim">{facts.filter(Boolean).join(' — ')}</p>
    </header>
  );
}

interface EntriesProps extends Pick<Props, 'counterId' | 'name'> {
  readonly items: readonly TimelineItem[];
}

function Entries({ items, counterId, name }: EntriesProps) {
  return (
    <ol className="gp-timeline-items">
      {items.map((item, index) => (
        <TimelineEntry
          key={`${item.at} ${item.kind} ${index}`}
          item={item}
          counterId={counterId}
          name={name}
        />
      ))}
    </ol>
  );
}
