/** No conversation yet: what to do to see the first one. */
import { Button } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countersQuery } from '../../api/counters.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { siteLink } from '../../ui/site-link.ts';
import { chatSettingsQuery } from '../api/settings.ts';
import { useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';

/** Enough to tell an owner of a few sites from one who has set nothing up. */
const MAX_ASKED = 20;

export function FirstSteps() {
  const { t } = useTranslation();
  const { counterId } = usePlace();
  const counters = useDeskState((state) => state.counters);
  const sites = useQuery(countersQuery()).data;
  const here = counterId === null ? counters.slice(0, MAX_ASKED) : [counterId];
  const settings = useQueries({ queries: here.map((id) => chatSettingsQuery(id)) });
  const [first] = here;
  if (first === undefined || settings.some((query) => query.isPending)) return null;
  const on = here.filter((_, index) => settings[index]?.data?.enabled === true);
  const params = { counterId: String(on[0] ?? first) };
  const site = sites?.find(({ id }) => id === (on[0] ?? first))?.site2.site;
  if (on.length === 0)
    return (
      <Empty icon={<IconMessagePlus />} title={t('chat.first.offTitle')} text={t('chat.first.offText')}>
        <ButtonLink to="/counter/$counterId/settings/chat" params={params}>
          {t('chat.first.offButton')}
        </ButtonLink>
      </Empty>
    );
  return (
    <Empty icon={<IconMessagePlus />} title={t('chat.first.title')} text={t('chat.first.text')}>
      {site !== undefined && (
        <Button component="a" href={siteLink(site)} target="_blank" rel="noreferrer">
          {t('chat.first.open', { site })}
        </Button>
      )}
      <ButtonLink to="/counter/$counterId/install" params={params} variant="default">
        {t('chat.first.install')}
      </ButtonLink>
    </Empty>
  );
}
