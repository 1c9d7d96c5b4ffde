/** Inbox: list, conversation, person. On a phone one of them at a time. */
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';
import { ConversationPane } from './conversation-pane.tsx';
import { AllAnswered } from './all-answered.tsx';
import { FirstSteps } from './first-steps.tsx';
import { ListPane } from './list-pane.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { useHasClosed } from './use-has-closed.ts';
import { useShownConversation } from './use-shown-conversation.ts';
import './inbox.css';
import './conversation.css';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

/** Beside the conversation, which is read first. */
const PersonPane = lazyPart(
  withWords(['chat', 'visits'], () => import('./person-pane.tsx')),
  'PersonPane',
);

export function Inbox() {
  const { t } = useTranslation();
  const { counterId, search } = usePlace();
  const conversations = useDeskState((state) => state.conversations);
  const noneOpen = ![...conversations.values()].some(
    (one) => one.state === 'open' && (counterId === null || one.counterId === counterId),
  );
  const hasClosed = useHasClosed();
  const { view, missing } = useShownConversation(search.conversation);
  const [aboutPerson, setAboutPerson] = useState(false);
  useEffect(() => setAboutPerson(false), [search.conversation]);
  const pane = search.conversation === undefined ? 'list' : aboutPerson ? 'person' : 'conversation';
  return (
    <div className="gp-inbox" data-pane={pane} data-chosen={view !== undefined}>
      <ListPane />
      {view === undefined ? (
        <div className="gp-inbox-none">
          {missing ? (
            <p className="gp-dim">{t('chat.inbox.missing')}</p>
          ) : noneOpen && hasClosed === false ? (
            <FirstSteps />
          ) : noneOpen && hasClosed === true && search.show !== 'closed' ? (
            <AllAnswered />
          ) : (
            <NothingChosen />
          )}
        </div>
      ) : (
        <>
          <ConversationPane key={view.id} view={view} onPerson={() => setAboutPerson(true)} />
          <Suspense fallback={<aside className="gp-person" />}>
            <PersonPane key={`person ${view.id}`} view={view} onBack={() => setAboutPerson(false)} />
          </Suspense>
        </>
      )}
    </div>
  );
}
