/** What a person may do with a site, in words. */
import type { Grant } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';

export interface PermChoice {
  readonly value: Grant['perm'];
  readonly label: string;
}

export function usePermChoices(): PermChoice[] {
  const { t } = useTranslation();
  return [
    { value: 'edit', label: t('people.edit') },
    { value: 'view', label: t('people.view') },
  ];
}

export const permOf = (value: string): Grant['perm'] => (value === 'edit' ? 'edit' : 'view');
