/** The boards of a person, and those that others share with them. */
import { Button, TextInput } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardsQuery, useMakeBoard } from '../api/boards/boards.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import './boards.css';

export function BoardListPage() {
  const { t } = useTranslation();
  const boards = useQuery(boardsQuery);
  if (boards.isPending) return <PageSkeleton />;
  if (boards.isError) return <Failure error={boards.error} onRetry={() => void boards.refetch()} />;
  return (
    <>
      <PageHead title={t('boards.title')} />
      {boards.data.length === 0 ? (
        <Empty icon={<IconLayoutGrid />} title={t('boards.none')} text={t('boards.noneText')}>
          <NewBoard />
        </Empty>
      ) : (
        <>
          <ul className="gp-board-list" aria-label={t('boards.title')}>
            {boards.data.map(({ id, name, can_edit: isOwn, shared, widgets }) => (
              <li key={id} className="gp-panel">
                <AnchorLink to="/boards/$boardId" params={{ boardId: id }}>
                  {name}
                </AnchorLink>
                <span className="gp-dim">
                  {t('boards.widgets', { count: widgets })}
                  {!isOwn && ` · ${t('boards.ofOthers')}`}
                  {isOwn && shared && ` · ${t('boards.sharedNow')}`}
                </span>
              </li>
            ))}
          </ul>
          <NewBoard />
        </>
      )}
    </>
  );
}

function NewBoard() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const make = useMakeBoard();
  const [name, setName] = useState('');
  useUnsaved(name !== '' && !make.isSuccess);
  return (
    <form
      className="gp-board-new"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(name, {
          onSuccess: ({ id }) => void navigate({ to: '/boards/$boardId', params: { boardId: id } }),
        });
      }}
    >
      <TextInput
        aria-label={t('boards.name')}
        placeholder={t('boards.name')}
        required
        maxLength={120}
        value={name}
        error={make.error?.message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={make.isPending}>
        {t('boards.make')}
      </Button>
    </form>
  );
}
