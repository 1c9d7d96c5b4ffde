/** Tags of a conversation: shown as words, changed in place. */
import type { ConversationView } from '@goalpost/contract/chat';
import { TagsInput, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskState } from '../client-scope.tsx';

interface Props {
  readonly view: ConversationView;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
}

export function Tags({ view, editing, onEditing }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const conversations = useDeskState((state) => state.conversations);
  if (!editing)
    return (
      <UnstyledButton
        className="gp-tags"
        aria-label={t('chat.conversation.tagsNow', { tags: view.tags.join(', ') })}
        onClick={() => onEditing(true)}
      >
        {view.tags.map((tag) => (
          <span key={tag} className="gp-tag">
            {tag}
          </span>
        ))}
      </UnstyledButton>
    );
  const used = [...new Set([...conversations.values()].flatMap(({ tags }) => tags))].toSorted();
  return (
    <TagsInput
      className="gp-tags-input"
      size="xs"
      autoFocus
      aria-label={t('chat.conversation.tags')}
      placeholder={t('chat.conversation.tagsHint')}
      maxTags={20}
      acceptValueOnBlur
      data={used}
      value={[...view.tags]}
      onChange={(tags) =>
        desk.tag(
          view.id,
          tags.map((tag) => tag.slice(0, 64)),
        )
      }
      onBlur={() => onEditing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEditing(false);
      }}
    />
  );
}
