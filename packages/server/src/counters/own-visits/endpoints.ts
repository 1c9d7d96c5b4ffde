/** Links that mark a browser as the site's own, and browsers that are marked no more [P28]. */
import { OwnVisitBrowsers, OwnVisitLinkPair } from '@goalpost/contract/management';
import { z } from 'zod';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { ConfigPublisher, CounterStore } from '../port.ts';
import { linkToSite } from '../site.ts';
import { createOwnBrowsers } from './browsers.ts';
import type { OwnVisitLinks } from './links.ts';

export interface OwnVisitEndpointDeps {
  readonly counters: CounterStore;
  readonly publisher: ConfigPublisher;
  readonly links: OwnVisitLinks;
  readonly clock: Clock;
}

const URL = '/api/v1/counters/:counterId/own-visits';
const gone = (counterId: number) => problem('not_found', `There is no counter ${counterId}.`, 'counterId');

export function ownVisitEndpoints({ counters, publisher, links, clock }: OwnVisitEndpointDeps): Endpoint[] {
  const browsers = createOwnBrowsers({ counters, publisher, clock });
  return [
    defineEndpoint({
      method: 'POST',
      asks: true,
      url: `${URL}/links`,
      summary:
        'Links to the site: one leaves out visits of the browser that opens it, the other counts them again',
      tag: 'counters',
      auth: { counter: 'edit' },
      params: CounterParams,
      response: OwnVisitLinkPair,
      async handle({ params: { counterId } }) {
        const counter = await counters.get(counterId);
        if (counter?.status !== 'Active') return gone(counterId);
        const [mark, unmark] = (['mark', 'unmark'] as const).map((link) =>
          links.issue(counterId, link, clock.now()),
        );
        const urlOf = (token = '') => linkToSite(counter.site, '_gp_own', token);
        return {
          mark_url: urlOf(mark?.token),
          unmark_url: urlOf(unmark?.token),
          expires_at: mark?.expiresAt ?? clock.now(),
        };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: `${URL}/browsers/:mark`,
      summary: 'Count visits of a marked browser again',
      tag: 'counters',
      auth: { counter: 'edit' },
      params: CounterParams.extend({ mark: z.string().max(64) }),
      response: OwnVisitBrowsers,
      async handle({ params: { counterId, mark } }) {
        const known = (await counters.get(counterId))?.ownVisits.browsers.some((one) => one.mark === mark);
        if (known !== true) return problem('not_found', 'There is no such browser.', 'mark');
        const changed = await browsers.set(counterId, mark, 'unmark');
        return changed === null
          ? gone(counterId)
          : { browsers: changed.ownVisits.browsers.map((one) => ({ ...one })) };
      },
    }),
  ];
}
