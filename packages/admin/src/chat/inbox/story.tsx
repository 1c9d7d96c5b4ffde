/** The parts of a visitor's story. */
import type { ConversationView, Person, VisitorStoryAnswer } from '@goalpost/contract/chat';
import { IconTarget } from '@tabler/icons-react';
import { shownAddress } from '@goalpost/contract/addresses';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { useDeskState } from '../client-scope.tsx';
import { personKey } from '../client/state.ts';
import { useClock } from '../ui/clock.ts';
import { useDuration } from '../ui/duration.ts';
import { shortAddress } from '../ui/names.ts';
import { useSourceWord } from '../ui/source-word.ts';
import { useNow } from '../use-now.ts';
import { cameFrom, pagesNow, seenBefore, type PageSeen } from './story-words.ts';

type Story = VisitorStoryAnswer;
const MAX_LISTED = 5;

interface ThisVisitProps {
  readonly view: ConversationView;
  /** Undefined: not on the site now. */
  readonly person: Person | undefined;
  readonly story: Story | undefined;
}

export function ThisVisit({ view, person, story }: ThisVisitProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const duration = useDuration();
  const sourceWord = useSourceWord();
  const now = useNow(1_000);
  const trail = useDeskState((state) => state.trails.get(personKey(view.counterId, view.visitor))) ?? [];
  const { source, campaign, referrer } = cameFrom(person, story, sourceWord);
  const pages = pagesNow({ person, story, opened: view.page, trail });
  const before = seenBefore(pages, view.createdAt);
  const line = (page: PageSeen, index: number) => (
    <li key={`${index} ${page.url}`} data-now={person?.online === true && index === pages.length - 1}>
      <span className="gp-story-title">{page.title || shortAddress(page.url)}</span>
      <span className="gp-dim gp-story-detail" title={shownAddress(page.url)}>
        {page.at === null ? '' : `${clock(page.at)} · `}
        {shortAddress(page.url)}
      </span>
    </li>
  );
  return (
    <section className="gp-person-part">
      <h3>
        {t('chat.person.visit')}
        {person !== undefined && <span className="gp-number gp-dim">{duration(now - person.since)}</span>}
      </h3>
      <ol className="gp-story">
        {source !== '' && (
          <li data-kind="source">
            <span>{t('chat.person.from', { source })}</span>
            {campaign !== '' && (
              <span className="gp-dim gp-story-detail">{t('chat.person.utm', { value: campaign })}</span>
            )}
            {referrer !== '' && (
              <span className="gp-dim gp-story-detail">{t('chat.person.referrer', { value: referrer })}</span>
            )}
          </li>
        )}
        {pages.slice(0, before).map(line)}
        <li data-kind="wrote">
          <span>{t(`chat.person.opened.${view.openedBy}`)}</span>
          <span className="gp-dim gp-story-detail">{clock(view.createdAt)}</span>
        </li>
        {pages.slice(before).map((page, index) => line(page, before + index))}
      </ol>
    </section>
  );
}

export function GoalsReached({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const counts = new Map<number, { name: string; count: number }>();
  for (const { id, name } of story.visits.flatMap(({ goals }) => goals))
    counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
  if (counts.size === 0) return null;
  return (
    <section className="gp-person-part">
      <h3>{t('chat.person.goals')}</h3>
      <ul className="gp-person-list">
        {[...counts].map(([id, { name, count }]) => (
          <li key={id} className="gp-person-goal">
            <IconTarget size={16} stroke={1.6} aria-hidden="true" />
            <span>{name}</span>
            {count > 1 && <span className="gp-dim">×{count}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function EarlierVisits({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const format = useFormat();
  const earlier = story.visits.slice(1);
  if (story.visits.length === 0) return null;
  if (earlier.length === 0)
    return <p className="gp-person-part gp-dim gp-small">{t('chat.person.firstVisit')}</p>;
  return (
    <section className="gp-person-part">
      <h3>{t('chat.person.visits', { count: earlier.length })}</h3>
      <ul className="gp-person-list">
        {earlier.slice(0, MAX_LISTED).map((visit) => (
          <li key={visit.startedAt}>
            <span>{format.moment(visit.startedAt)}</span>
            <span className="gp-dim gp-small">
              {[
                visit.sourceEngine || visit.utm.source || visit.trafficSource,
                t('chat.person.pages', { count: visit.pageViews }),
                format.duration(visit.duration),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
