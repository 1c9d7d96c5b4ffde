/** One visit as a row of the log. What visitors sent is text, never markup. */
import type { VisitView } from '@goalpost/contract/reports/visits';
import { shownAddress } from '@goalpost/contract/addresses';
import { Link } from '@tanstack/react-router';
import { useCounter } from '../counter/counter-scope.tsx';
import { useTranslation } from 'react-i18next';
import { shortAddress, useVisitorName } from '../chat/ui/names.ts';
import { VisitorSign } from '../chat/ui/visitor-sign.tsx';
import { NOTHING, useFormat } from '../ui/format.ts';
import { useDeviceName, usePlaceName, useVisitSource } from './words.ts';

interface Props {
  readonly visit: VisitView;
  readonly counterId: number;
}

export function VisitRow({ visit, counterId }: Props) {
  const { t } = useTranslation();
  const format = useFormat(useCounter().time_zone_name);
  const nameOf = useVisitorName();
  const source = useVisitSource()(visit.source);
  const place = usePlaceName()(visit);
  const device = useDeviceName()(visit);
  const about = visit.number === 1 ? t('visits.new') : t('visits.number', { n: format.number(visit.number) });
  return (
    <tr>
      <th scope="row">
        <Link
          className="gp-visit-who"
          to="/counter/$counterId/visitors/$visitor"
          params={{ counterId: String(counterId), visitor: visit.visitor }}
          search={{}}
        >
          <VisitorSign visitor={visit.visitor} name="" />
          <span className="gp-visit-words">
            <span>{visit.user_id || nameOf(undefined, visit.visitor)}</span>
            <span className="gp-dim gp-small">
              <time dateTime={new Date(visit.started_at).toISOString()}>
                {format.moment(visit.started_at)}
              </time>
              {' · '}
              {about}
            </span>
          </span>
        </Link>
      </th>
      <td data-column="source">
        <span className="gp-visit-words">
          <span className="gp-one-line" title={source.name}>
            {source.name}
          </span>
          <span className="gp-one-line gp-dim gp-small" title={source.detail}>
            {source.detail}
          </span>
        </span>
      </td>
      <td data-column="start">
        <span className="gp-one-line" title={shownAddress(visit.start_url)}>
          {shortAddress(visit.start_url) || NOTHING}
        </span>
      </td>
      <td data-column="goals">
        <Goals visit={visit} />
      </td>
      <td className="gp-number">{format.number(visit.pageviews)}</td>
      <td className="gp-number">{format.duration(visit.duration)}</td>
      <td data-column="place">
        <span className="gp-one-line" title={place}>
          {place || NOTHING}
        </span>
      </td>
      <td data-column="device">
        <span className="gp-one-line" title={device}>
          {device}
        </span>
      </td>
    </tr>
  );
}

/** Each goal once, with how often; all of them on hover. */
function Goals({ visit: { goals } }: Pick<Props, 'visit'>) {
  if (goals.length === 0) return <span className="gp-dim">{NOTHING}</span>;
  const names = [...new Set(goals.map(({ name }) => name))];
  const [first = '', ...others] = names;
  return (
    <span className="gp-visit-words" title={names.join(', ')}>
      <span className="gp-one-line">{first}</span>
      {others.length > 0 && <span className="gp-one-line gp-dim gp-small">+ {others.join(', ')}</span>}
    </span>
  );
}
