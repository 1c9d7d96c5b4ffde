/** A row of `hits` as a line of JSONEachRow; column for column `HitRow`. */
import { deviceColumns, goalColumns, text } from '../visits/columns.ts';
import { idOf } from './hash.ts';
import type { Draft } from './step.ts';

export function hitLine(
  { hit, identity, agent, client, visit, robot, reaches, commerce }: Draft,
  segment: number,
): string {
  return (
    `{"counter_id":${hit.counterId},"hit_id":"${idOf(identity)}","visit_id":"${visit.id}",` +
    `"visitor_id":"${hit.visitor}","segment":${segment},"at":${Math.floor(hit.at / 1_000)},` +
    `"arrived_at":${hit.arrivedAt / 1_000},"kind":"${hit.kind}","identifier":${text(hit.identifier)},` +
    `"url":${text(hit.url)},"referrer":${text(hit.referrer)},"title":${text(hit.title)},` +
    `"not_bounce":${hit.notBounce},"params":${text(hit.params)},"user_params":${text(hit.userParams)},` +
    `"user_id":${text(hit.userId)},"ecommerce":${text(hit.ecommerce)},"page_view":${hit.pageView},` +
    `"nth":${visit.hits},"milliseconds":${hit.at - Math.floor(hit.at / 1_000) * 1_000},` +
    `"whole_second":${Math.max(0, hit.second)},` +
    `${deviceColumns(agent, client, hit, robot)},${goalColumns(reaches)}${commerce}${pricesColumn(hit)}}
`
  );
}

const pricesColumn = ({ pagePrices }: Draft['hit']): string =>
  pagePrices === '' ? '' : `,"page_prices":${text(pagePrices)}`;
