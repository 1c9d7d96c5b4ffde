/** By what rows are, and what they open into. */
import { Button } from '@mantine/core';
import { IconListTree } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { useOpening } from '../../ui/menu/use-opening.ts';
import type { Levels } from './use-levels.ts';

const LevelList = lazyPart(() => import('./level-list.tsx'), 'LevelList');

export function LevelsButton({ levels }: { readonly levels: Levels }) {
  const { t } = useTranslation();
  const opening = useOpening('dialog');
  const { chosen } = levels;
  return (
    <>
      <Button
        variant={chosen.length === 0 ? 'default' : 'light'}
        className={chosen.length === 0 ? 'gp-bar-quiet' : undefined}
        leftSection={<IconListTree size={16} stroke={1.6} />}
        title={chosen.map((id) => t(`dimension.${id}`)).join(' › ') || undefined}
        {...opening.button}
      >
        {t('levels.title')}
      </Button>
      <Suspense>{opening.wasOpened && <LevelList opening={opening} levels={levels} />}</Suspense>
    </>
  );
}
