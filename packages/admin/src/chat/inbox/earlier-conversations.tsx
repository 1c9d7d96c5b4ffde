/** What was talked about before: read beside the present conversation, which keeps its place and its draft. */
import type { ConversationView, VisitorStoryAnswer } from '@goalpost/contract/chat';
import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { useDesk, useDeskState } from '../client-scope.tsx';
import { Stars } from '../ui/stars.tsx';
import { LogView } from './log-view.tsx';
import { RatingGiven } from './rating-given.tsx';
import { Dialog } from '../../ui/screen/dialog.tsx';

const FIRST_SHOWN = 5;

interface Props {
  readonly story: VisitorStoryAnswer;
  readonly view: ConversationView;
}

export function EarlierConversations({ story, view }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const [reading, setReading] = useState<ConversationView | null>(null);
  const others = story.conversations.filter(({ id }) => id !== view.id);
  if (others.length === 0) return null;
  return (
    <section className="gp-person-part">
      <h3>{t('chat.person.conversations')}</h3>
      <ul className="gp-person-list">
        {others.slice(0, all ? others.length : FIRST_SHOWN).map((one) => (
          <li key={one.id}>
            <UnstyledButton className="gp-earlier" onClick={() => setReading(one)}>
              <span className="gp-earlier-when">
                {format.moment(one.createdAt)}
                {one.rating !== null && <Stars rating={one.rating} />}
              </span>
              <span className="gp-dim gp-small gp-one-line">{one.lastText}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {!all && others.length > FIRST_SHOWN && (
        <UnstyledButton className="gp-text-button gp-small" onClick={() => setAll(true)}>
          {t('chat.person.more', { count: others.length - FIRST_SHOWN })}
        </UnstyledButton>
      )}
      <Dialog
        opened={reading !== null}
        onClose={() => setReading(null)}
        size={640}
        title={
          reading === null ? '' : t('chat.person.conversationOf', { when: format.moment(reading.createdAt) })
        }
        closeButtonProps={{ 'aria-label': t('word.close') }}
        classNames={{ body: 'gp-earlier-log' }}
      >
        {reading !== null && <EarlierLog view={reading} />}
      </Dialog>
    </section>
  );
}

function EarlierLog({ view }: { readonly view: ConversationView }) {
  const desk = useDesk();
  const log = useDeskState((state) => state.logs.get(view.id));
  useEffect(() => desk.hold(view.id), [desk, view.id]);
  return (
    <>
      <LogView view={view} log={log ?? []} />
      <RatingGiven view={view} />
    </>
  );
}
