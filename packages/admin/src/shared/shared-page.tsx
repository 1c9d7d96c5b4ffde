/** What a shared link opens: its password first where it has one, then the report alone. */
import type { SharedReport as Opened } from '@goalpost/contract/management';
import { Alert, Button } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namesNothing } from '../api/failures.ts';
import { openShared, sharedQuery } from '../api/sharing/shares.ts';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SumsNotice } from '../report/parts/sums-notice.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { SharedReport } from './shared-report.tsx';
import './shared.css';
import { SecretInput } from '../ui/fields/secret-input.tsx';

const SharedPath = lazyPart(
  withWords(['chat', 'journeys', 'paths', 'retention', 'shares'], () => import('./shared-path.tsx')),
  'SharedPath',
);

export function SharedPage() {
  const { token } = useParams({ from: '/s/$token' });
  return (
    <main className="gp-shared" id="content">
      <SumsNotice />
      <Shared key={token} token={token} />
    </main>
  );
}

function Shared({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const found = useQuery(sharedQuery(token));
  if (found.isPending) return <PageSkeleton />;
  if (found.isError) {
    // A token of another length is refused for its form, and is none, either.
    const gone = namesNothing(found.error) || token.length < 16 || token.length > 128;
    return gone ? (
      <>
        <PageHead title={t('shared.title')} />
        <Empty icon={<IconLinkOff />} title={t('shared.gone')} text={t('shared.goneText')} />
      </>
    ) : (
      <Failure error={found.error} onRetry={() => void found.refetch()} />
    );
  }
  const shown = opened ?? found.data;
  return shown.needs_password ? (
    <Locked token={token} onOpen={setOpened} />
  ) : shown.path === null ? (
    <SharedReport token={token} shown={shown} />
  ) : (
    <Suspense fallback={<PageSkeleton />}>
      <SharedPath token={token} shown={shown} path={shown.path} />
    </Suspense>
  );
}

interface LockedProps {
  readonly token: string;
  readonly onOpen: (opened: Opened) => void;
}

function Locked({ token, onOpen }: LockedProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const open = useMutation({
    mutationFn: () => openShared(token, password),
    onSuccess: onOpen,
  });
  return (
    <>
      <PageHead title={t('shared.locked')} />
      <form
        className="gp-panel gp-panel-pad gp-shared-lock"
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        <SecretInput
          label={t('shared.password')}
          value={password}
          autoComplete="current-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        {open.isError && (
          <Alert color="red" variant="light" role="alert">
            {open.error.message}
          </Alert>
        )}
        <Button type="submit" loading={open.isPending}>
          {t('shared.open')}
        </Button>
      </form>
    </>
  );
}
