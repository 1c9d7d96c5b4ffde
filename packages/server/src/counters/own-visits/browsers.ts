/** Which browsers are marked as the site's own: noted with the counter's settings, and published [P28]. */
import type { Clock } from '../../kit/clock.ts';
import type { OwnVisitLink, OwnVisits } from '../../collect/index.ts';
import type { CounterRecord } from '../counter.ts';
import type { ConfigPublisher, CounterStore } from '../port.ts';

/** More than any team has; the oldest give way. */
export const MOST_BROWSERS = 200;

export interface OwnBrowsers {
  /** @returns null where there is no such counter */
  set(counterId: number, mark: string, link: OwnVisitLink): Promise<CounterRecord | null>;
}

export interface OwnBrowserDeps {
  readonly counters: Pick<CounterStore, 'update'>;
  readonly publisher: ConfigPublisher;
  readonly clock: Clock;
}

export function createOwnBrowsers({ counters, publisher, clock }: OwnBrowserDeps): OwnBrowsers {
  return {
    async set(counterId, mark, link) {
      const at = clock.now();
      const changed = await counters.update(counterId, ({ ownVisits }) => ({
        ownVisits: { ...ownVisits, browsers: browsersWith(ownVisits.browsers, mark, link, at) },
      }));
      if (changed !== null) await publisher.publish(counterId);
      return changed;
    },
  };
}

export function browsersWith(
  browsers: OwnVisits['browsers'],
  mark: string,
  link: OwnVisitLink,
  at: number,
): OwnVisits['browsers'] {
  const others = browsers.filter((one) => one.mark !== mark);
  return link === 'unmark' ? others : [...others, { mark, at }].slice(-MOST_BROWSERS);
}
