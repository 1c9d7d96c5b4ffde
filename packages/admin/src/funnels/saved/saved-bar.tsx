/** Above a funnel, retention or journeys: those that are saved, keeping this one, and putting it on a board. */
import { may } from '@goalpost/contract/management/roles';
import type { PathAddress, PathKind, SavedPath } from '@goalpost/contract/management';
import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import { IconBookmarkPlus, IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathsQuery, useSavePath } from '../../api/paths/paths.ts';
import { AddPathButton } from '../../report/boards/add-path-button.tsx';
import { useCounter } from '../../counter/counter-scope.tsx';
import { tell } from '../../ui/tell.ts';
import { ShareButton } from '../../report/share/share-button.tsx';
import { ONE_SIDE } from '../../report/state/sides.ts';
import { useReport } from '../../report/use-report.ts';
import { useSharedPath } from './shared-path.ts';
import { isSameAddress, keptAddress } from './kept-address.ts';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const Dialogs = lazyPart(
  withWords(['savedPaths'], () => import('./saved-dialogs.tsx')),
  'SavedDialogs',
);

interface Props {
  readonly kind: PathKind;
  readonly counterId: number;
  /** As the screen reads it. */
  readonly search: object;
  /** Whether it says enough to be kept. */
  readonly whole: boolean;
  readonly onOpen: (address: PathAddress) => void;
}

export function SavedBar({ kind, counterId, search, whole, onOpen }: Props) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'keep' | 'rename' | 'delete' | null>(null);
  const [last, setLast] = useState('');
  const { permission } = useCounter();
  const save = useSavePath(counterId);
  const address = keptAddress(kind, search);
  const { all, open, changed, own } = useSaved({ counterId, kind, address, last: whole ? last : '' });
  const renew = ({ id, name, shared }: SavedPath): void =>
    save.mutate(
      { id, path: { kind, name, shared, address } },
      {
        onSuccess: () => tell(t('kept.done', { name })),
        onError: ({ message }) => tell(t('kept.failed', { message })),
      },
    );
  return (
    <>
      <SavedChoice
        kind={kind}
        all={all}
        open={open}
        onChoose={(path) => {
          setLast(path.id);
          onOpen(path.address);
        }}
      />
      {may(permission, 'analyse') && whole && open === undefined && (
        <Button
          variant="default"
          leftSection={<IconBookmarkPlus size={16} stroke={1.6} />}
          onClick={() => setDialog('keep')}
        >
          {t('kept.keep')}
        </Button>
      )}
      {whole && <AddPathButton counterId={counterId} kind={kind} address={address} name={open?.name ?? ''} />}
      {whole && <Sharing kind={kind} address={address} title={open?.name} />}
      {own !== undefined && (
        <OwnMenu path={own} onRenew={changed === undefined ? null : () => renew(own)} onDialog={setDialog} />
      )}
      <Suspense>
        {dialog !== null && (
          <Dialogs
            dialog={dialog}
            counterId={counterId}
            kind={kind}
            path={dialog === 'keep' ? null : (own ?? null)}
            address={address}
            onKept={setLast}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </>
  );
}

interface SharingProps {
  readonly kind: PathKind;
  readonly address: PathAddress;
  /** Of a saved one. */
  readonly title: string | undefined;
}

function Sharing({ kind, address, title }: SharingProps) {
  const { t } = useTranslation();
  const report = useReport();
  const path = useSharedPath(kind, address, report);
  if (path === null) return null;
  return (
    <ShareButton
      report={{ ...report, sides: null, search: { ...report.search, ...ONE_SIDE } }}
      id={kind}
      title={title ?? t(`kept.kinds.${kind}`)}
      path={path}
    />
  );
}

interface ChoiceProps {
  readonly kind: PathKind;
  readonly all: readonly SavedPath[];
  readonly open: SavedPath | undefined;
  readonly onChoose: (path: SavedPath) => void;
}

function SavedChoice({ kind, all, open, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  if (all.length === 0) return null;
  return (
    <NativeSelect
      aria-label={t(`kept.list.${kind}`)}
      value={open?.id ?? ''}
      data={[
        ...(open === undefined ? [{ value: '', label: t(`kept.choose.${kind}`) }] : []),
        ...all.map(({ id, name, can_edit: isOwn }) => ({
          value: id,
          label: isOwn ? name : t('kept.ofOthers', { name }),
        })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = all.find(({ id }) => id === value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    />
  );
}

interface Shown {
  readonly counterId: number;
  readonly kind: PathKind;
  readonly address: PathAddress;
  /** That was opened or kept here last; empty: none. */
  readonly last: string;
}

function useSaved({ counterId, kind, address, last }: Shown) {
  const all = (useQuery(pathsQuery(counterId)).data ?? []).filter((path) => path.kind === kind);
  const open = all.find((path) => isSameAddress(path.address, address));
  // Changed after it was opened, its changes can be kept in it.
  const changed = open === undefined ? all.find(({ id, can_edit }) => id === last && can_edit) : undefined;
  return { all, open, changed, own: open?.can_edit === true ? open : changed };
}

interface MenuProps {
  readonly path: SavedPath;
  /** Null where nothing was changed. */
  readonly onRenew: (() => void) | null;
  readonly onDialog: (dialog: 'rename' | 'delete') => void;
}

function OwnMenu({ path: { name }, onRenew, onDialog }: MenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('kept.menu')}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onRenew !== null && <Menu.Item onClick={onRenew}>{t('kept.renew', { name })}</Menu.Item>}
        <Menu.Item onClick={() => onDialog('rename')}>{t('kept.rename')}</Menu.Item>
        <Menu.Item onClick={() => onDialog('delete')}>{t('kept.delete', { name })}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
