/** Opens the real page, where the owner picks a form, a button or a price for the goal [G78]. */
import type { PickedType } from '@goalpost/contract/picker';
import type { PickedGoal } from '@goalpost/contract/workbench';
import { Button } from '@mantine/core';
import { IconPointer } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newPickerLink, pickedQuery } from '../../api/picker.ts';
import { useCounter } from '../../counter/counter-scope.tsx';
import { Failure } from '../../ui/failure.tsx';

interface Props {
  readonly type: PickedType;
  readonly onPick: (picked: PickedGoal) => void;
}

export function PickButton({ type, onPick }: Props) {
  const { t } = useTranslation();
  const { id } = useCounter();
  const link = useMutation({ mutationFn: () => newPickerLink(id, type) });
  const [isPicked, setPicked] = useState(false);
  const token = link.data?.token;
  const isWaiting = token !== undefined && !isPicked;
  const choice = useQuery({ ...pickedQuery(id, token ?? ''), enabled: isWaiting });
  const chosen = choice.data?.chosen;
  useEffect(() => {
    if (!chosen || isPicked) return;
    setPicked(true);
    onPick(chosen);
  }, [chosen, isPicked, onPick]);
  const open = (): void => {
    setPicked(false);
    // At once: browsers keep windows back that a page opens later than the click.
    const tab = window.open('', '_blank');
    // The site's page has no business with this one.
    if (tab) tab.opener = null;
    link.mutate(undefined, {
      onSuccess: ({ url }) => {
        if (tab) tab.location.href = url;
      },
      onError: () => tab?.close(),
    });
  };
  return (
    <div className="gp-pick">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPointer size={14} stroke={1.6} />}
        loading={link.isPending}
        onClick={open}
      >
        {t(type === 'price' ? 'picker.priceButton' : 'picker.button')}
      </Button>
      <span role="status" className="gp-dim">
        {isWaiting && t('picker.waiting')}
        {isPicked && t('picker.taken')}
      </span>
      {isWaiting && (
        <>
          <a href={link.data?.url} target="_blank" rel="noreferrer">
            {t('picker.open')}
          </a>
          <Button variant="subtle" size="xs" onClick={() => link.reset()}>
            {t('word.cancel')}
          </Button>
        </>
      )}
      {(link.error ?? choice.error) && (
        <Failure error={link.error ?? choice.error} onRetry={() => link.reset()} />
      )}
    </div>
  );
}
