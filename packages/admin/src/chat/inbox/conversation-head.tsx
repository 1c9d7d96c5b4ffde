/** Who it is, whose it is, and what can be done with the conversation. */
import type { ConversationView } from '@goalpost/contract/chat';
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconBan,
  IconCheck,
  IconDots,
  IconTag,
  IconUserCircle,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { offerUndo } from '../../ui/edits/undo.tsx';
import { chatSettingsQuery } from '../api/settings.ts';
import { useDesk, useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';
import { departmentName } from '../ui/departments.ts';
import { useCounterName, useVisitorName } from '../ui/names.ts';
import { Stars } from '../ui/stars.tsx';
import { AssignMenu } from './assign-menu.tsx';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

/** Few conversations have any. */
const Tags = lazyPart(
  withWords(['chat'], () => import('./tags.tsx')),
  'Tags',
);

interface Props {
  readonly view: ConversationView;
  readonly onPerson: () => void;
}

export function ConversationHead({ view, onPerson }: Props) {
  const { t } = useTranslation();
  const { go, search } = usePlace();
  const desk = useDesk();
  const name = useVisitorName()(view.contact, view.visitor);
  const counterName = useCounterName();
  const me = useDeskState((state) => state.me);
  const department = departmentName(useQuery(chatSettingsQuery(view.counterId)).data, view);
  const [tagging, setTagging] = useState(false);
  const open = view.state === 'open';
  const state = open
    ? view.assignedTo === null
      ? t('chat.conversation.unassigned')
      : view.assignedTo.id === me?.id
        ? t('chat.conversation.mine')
        : t('chat.conversation.with', { name: view.assignedTo.name })
    : t('chat.conversation.closed');
  return (
    <header className="gp-conversation-head">
      <ActionIcon
        className="gp-phone-only"
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('chat.conversation.back')}
        onClick={() => go('inbox', { ...search, conversation: undefined })}
      >
        <IconArrowLeft size={20} stroke={1.6} />
      </ActionIcon>
      <div className="gp-conversation-who">
        <h2>{name}</h2>
        <p className="gp-dim">
          {[counterName(view.counterId), department, state].filter(Boolean).join(' · ')}
          {view.rating !== null && (
            <>
              {' · '}
              <Stars rating={view.rating} />
            </>
          )}
        </p>
      </div>
      <span className="gp-conversation-tools">
        <AssignMenu view={view} />
        {!open && (
          <Button
            className="gp-icon-when-narrow"
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
            onClick={() => desk.reopen(view.id)}
          >
            {t('chat.conversation.reopen')}
          </Button>
        )}
        {open && (
          <Button
            className="gp-icon-when-narrow"
            size="xs"
            variant="default"
            leftSection={<IconCheck size={16} stroke={1.6} />}
            onClick={() => {
              desk.end(view.id);
              offerUndo(t('chat.conversation.closedNow', { name }), {
                label: t('chat.conversation.undo'),
                onUndo: () => desk.reopen(view.id),
              });
            }}
          >
            {t('chat.conversation.close')}
          </Button>
        )}
        <More view={view} onTags={() => setTagging(true)} />
        <ActionIcon
          className="gp-narrow-only"
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('chat.person.label')}
          onClick={onPerson}
        >
          <IconUserCircle size={20} stroke={1.6} />
        </ActionIcon>
      </span>
      <Suspense>
        {(tagging || view.tags.length > 0) && <Tags view={view} editing={tagging} onEditing={setTagging} />}
      </Suspense>
    </header>
  );
}

function More({ view, onTags }: { readonly view: ConversationView; readonly onTags: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        position="bottom-end"
        width={240}
        returnFocus={false}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('chat.conversation.more')}>
            <IconDots size={20} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTag size={16} stroke={1.6} />} onClick={onTags}>
            {t('chat.conversation.tags')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBan size={16} stroke={1.6} />}
            onClick={() => (view.blocked ? desk.block(view.id, false) : setAsking(true))}
          >
            {t(view.blocked ? 'chat.conversation.unblock' : 'chat.conversation.block')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        title={t('chat.conversation.blockTitle')}
        text={t('chat.conversation.blockText')}
        action={t('chat.conversation.block')}
        pending={false}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          desk.block(view.id, true);
          setAsking(false);
        }}
      />
    </>
  );
}
