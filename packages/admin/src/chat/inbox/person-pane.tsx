/** Who it is, as a story: where from, what they looked at, what came before, how to reach them. */
import type { ConversationView } from '@goalpost/contract/chat';
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { storyQuery } from '../api/conversations.ts';
import { AnchorLink } from '../../ui/links.tsx';
import { useDeskState } from '../client-scope.tsx';
import { personKey } from '../client/state.ts';
import { givenName, useCountryName, useVisitorName } from '../ui/names.ts';
import { VisitorSign } from '../ui/visitor-sign.tsx';
import { ContactFields } from './contact-fields.tsx';
import { CustomData } from './custom-data.tsx';
import { EarlierConversations } from './earlier-conversations.tsx';
import { RatingGiven } from './rating-given.tsx';
import { EarlierVisits, GoalsReached, ThisVisit } from './story.tsx';
import './person.css';

interface Props {
  readonly view: ConversationView;
  readonly onBack: () => void;
}

/** The analytics store has what happened a few seconds later than the page. */
const STORY_MS = 10_000;

export function PersonPane({ view, onBack }: Props) {
  const { t } = useTranslation();
  const name = useVisitorName()(view.contact, view.visitor);
  const countryName = useCountryName();
  const person = useDeskState((state) => state.people.get(personKey(view.counterId, view.visitor)));
  const here = person?.online === true;
  const story = useQuery({
    ...storyQuery(view.counterId, view.visitor),
    refetchInterval: here ? STORY_MS : false,
  });
  const { refetch } = story;
  useEffect(() => {
    if (person?.url !== undefined) void refetch();
  }, [person?.url, refetch]);
  const facts = [
    t(here ? 'chat.person.here' : 'chat.person.away'),
    countryName([person?.country, story.data?.visits[0]?.country].find(Boolean) ?? ''),
    ...(person === undefined ? [] : [t(`chat.users.device.${person.device}`), person.browser]),
  ].filter(Boolean);
  return (
    <aside className="gp-person" aria-label={t('chat.person.label')}>
      <header className="gp-person-head">
        <ActionIcon
          className="gp-narrow-only"
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('chat.person.back')}
          onClick={onBack}
        >
          <IconArrowLeft size={20} stroke={1.6} />
        </ActionIcon>
        <VisitorSign visitor={view.visitor} name={givenName(view.contact)} here={here} />
        <div>
          <h2>{name}</h2>
          <p className="gp-dim">{facts.join(' · ')}</p>
        </div>
      </header>
      <p className="gp-person-part gp-small">
        <AnchorLink
          size="sm"
          to="/counter/$counterId/visitors/$visitor"
          params={{ counterId: String(view.counterId), visitor: view.visitor }}
        >
          {t('timeline.toVisitor')}
        </AnchorLink>
      </p>
      <ThisVisit view={view} person={person} story={story.data} />
      <ContactFields key={view.id} view={view} />
      <RatingGiven view={view} />
      <CustomData fields={view.custom ?? []} attributes={view.attributes ?? {}} />
      {story.data === undefined ? (
        story.isError && <p className="gp-person-part gp-dim gp-small">{t('chat.person.noStory')}</p>
      ) : (
        <>
          <GoalsReached story={story.data} />
          <EarlierVisits story={story.data} />
          <EarlierConversations story={story.data} view={view} />
        </>
      )}
    </aside>
  );
}
