/** Says that no visitor waits, with a link to the closed conversations. */
import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { ClosedButton } from './empty-list-note.tsx';

export function AllAnswered() {
  const { t } = useTranslation();
  return (
    <Empty icon={<IconChecks />} title={t('chat.inbox.answered.title')} text={t('chat.inbox.answered.text')}>
      <ClosedButton />
    </Empty>
  );
}
