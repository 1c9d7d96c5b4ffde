/** One board: its widgets side by side, the days of all of them, and a full screen for a wall. */
import type { Board } from '@goalpost/contract/management';
import { Button, Menu, NativeSelect } from '@mantine/core';
import { useFullscreenElement } from '@mantine/hooks';
import { IconDots, IconLayoutGrid, IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardQuery, useChangeBoard } from '../api/boards/boards.ts';
import { namesNothing } from '../api/failures.ts';
import { NAMED_PERIODS } from '../report/state/period.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { tell } from '../ui/tell.ts';
import { WidgetCard } from './widget-card.tsx';
import { withWords } from '../i18n/i18n.ts';
import './boards.css';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const Dialogs = lazyPart(
  withWords(['boards'], () => import('./board-dialogs.tsx')),
  'BoardDialogs',
);

export function BoardPage() {
  const { t } = useTranslation();
  const { boardId } = useParams({ from: '/inside/boards/$boardId' });
  const { data, error, refetch } = useQuery(boardQuery(boardId));
  if (data === undefined) {
    if (error === null) return <PageSkeleton />;
    return namesNothing(error) ? (
      <Empty icon={<IconLayoutGrid />} title={t('boards.unknown')} text={t('boards.unknownText')}>
        <ButtonLink to="/boards">{t('boards.toBoards')}</ButtonLink>
      </Empty>
    ) : (
      <Failure error={error} onRetry={() => void refetch()} />
    );
  }
  return <Shown board={data} />;
}

function Shown({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  const { ref, toggle, fullscreen } = useFullscreenElement<HTMLDivElement>();
  const { period = '30d' } = useSearch({ from: '/inside/boards/$boardId' });
  const navigate = useNavigate();
  const change = useChangeBoard();
  const { widgets } = board;
  const save = (changes: Partial<Board>): void =>
    change.mutate(
      { ...board, ...changes },
      { onError: (failure) => tell(t('boards.failed', { message: failure.message })) },
    );
  const move = (from: number, by: number): void => {
    const moved = [...widgets];
    moved.splice(from + by, 0, ...moved.splice(from, 1));
    save({ widgets: moved });
  };
  const isNamed = NAMED_PERIODS.some((name) => name === period);
  return (
    <div ref={ref} className="gp-board">
      <PageHead title={board.name}>
        <NativeSelect
          aria-label={t('report.period')}
          value={period}
          data={[
            ...NAMED_PERIODS.map((name) => ({ value: name as string, label: t(`report.periods.${name}`) })),
            ...(isNamed ? [] : [{ value: period, label: period.replace('..', ' – ') }]),
          ]}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              to: '/boards/$boardId',
              params: { boardId: board.id },
              search: { period: value },
            })
          }
        />
        <Button
          variant="default"
          leftSection={fullscreen ? <IconMinimize size={16} /> : <IconMaximize size={16} />}
          onClick={() => void toggle()}
        >
          {t(fullscreen ? 'boards.leaveFull' : 'boards.full')}
        </Button>
        {board.can_edit && !fullscreen && <BoardMenu board={board} onShare={(shared) => save({ shared })} />}
      </PageHead>
      {widgets.length === 0 ? (
        <Empty icon={<IconLayoutGrid />} title={t('boards.empty')} text={t('boards.emptyText')}>
          <ButtonLink to="/counters">{t('boards.toCounters')}</ButtonLink>
        </Empty>
      ) : (
        <ul className="gp-widgets" aria-label={board.name}>
          {widgets.map((widget, index) => (
            <li
              key={widget.id}
              className="gp-panel gp-widget"
              data-kind={widget.hidden ? 'hidden' : widget.question.kind}
            >
              <WidgetCard
                widget={widget}
                period={period}
                edit={
                  board.can_edit && !fullscreen
                    ? {
                        earlier: index === 0 ? null : () => move(index, -1),
                        later: index === widgets.length - 1 ? null : () => move(index, 1),
                        remove: () => save({ widgets: widgets.filter(({ id }) => id !== widget.id) }),
                      }
                    : null
                }
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface MenuProps {
  readonly board: Board;
  readonly onShare: (shared: boolean) => void;
}

function BoardMenu({ board, onShare }: MenuProps) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={t('boards.menu')} px="xs">
            <IconDots size={18} stroke={1.6} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('rename')}>{t('boards.rename')}</Menu.Item>
          <Menu.Item onClick={() => onShare(!board.shared)}>
            {t(board.shared ? 'boards.unshare' : 'boards.share')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('delete')}>{t('boards.delete')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog !== null && <Dialogs board={board} dialog={dialog} onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  );
}
