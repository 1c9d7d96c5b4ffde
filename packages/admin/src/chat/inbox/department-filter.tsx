/** Narrows the inbox to a department, where there are any. */
import type { ChatSettings } from '@goalpost/contract/chat';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../place.ts';
import { useCounterName } from '../ui/names.ts';

interface Props {
  readonly counters: readonly number[];
  readonly settingsOf: (counterId: number) => ChatSettings | undefined;
}

export function DepartmentFilter({ counters, settingsOf }: Props) {
  const { t } = useTranslation();
  const { search, go } = usePlace();
  const counterName = useCounterName();
  const groups = counters.flatMap((counterId) => {
    const items = (settingsOf(counterId)?.departments ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
    }));
    return items.length === 0 ? [] : [{ group: counterName(counterId), items }];
  });
  const [only] = groups;
  if (only === undefined) return null;
  const all = { value: '', label: t('chat.inbox.allDepartments') };
  return (
    <NativeSelect
      className="gp-inbox-department"
      size="xs"
      aria-label={t('chat.inbox.department')}
      value={search.department ?? ''}
      data={[all, ...(groups.length === 1 ? only.items : groups)]}
      onChange={(event) =>
        go('inbox', { ...search, department: event.currentTarget.value || undefined }, { replace: true })
      }
    />
  );
}
