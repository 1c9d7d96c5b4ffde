/** What stands in the place of an empty list of conversations, with the way to what there is. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../place.ts';
import type { EmptyList } from './empty-list.ts';
import type { Show } from './filters.ts';

interface Props {
  readonly why: EmptyList;
  readonly show: Show;
}

export function EmptyListNote({ why, show }: Props) {
  const { t } = useTranslation();
  const { search, go } = usePlace();
  const hasDepartment = search.department !== undefined;
  if (why === 'unknown') return null;
  if (why === 'filtered')
    return (
      <div className="gp-inbox-empty gp-dim">
        <p>{t(hasDepartment ? 'chat.inbox.empty.department' : `chat.inbox.empty.${show}`)}</p>
        <Button
          variant="subtle"
          size="xs"
          onClick={() =>
            go('inbox', {
              ...search,
              department: undefined,
              ...(show === 'closed' ? {} : { show: undefined }),
            })
          }
        >
          {t(show === 'closed' ? 'chat.inbox.allDepartments' : 'chat.inbox.showAll')}
        </Button>
      </div>
    );
  if (why === 'never')
    return (
      <p className="gp-inbox-empty gp-dim">
        {t(`chat.inbox.empty.${show === 'closed' ? 'closed' : 'never'}`)}
      </p>
    );
  return (
    <div className="gp-inbox-empty gp-dim">
      <p>{t('chat.inbox.answered.title')}</p>
      <ClosedButton />
    </div>
  );
}

/** The way to what has been answered. */
export function ClosedButton() {
  const { t } = useTranslation();
  const { search, go } = usePlace();
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => go('inbox', { ...search, department: undefined, show: 'closed' })}
    >
      {t('chat.inbox.answered.closed')}
    </Button>
  );
}
