/** What a person may do with a site, in words. */
import { GRANTED_ROLES, type GrantedRole } from '@goalpost/contract/management/roles';
import { useTranslation } from 'react-i18next';

export interface PermChoice {
  readonly value: GrantedRole;
  readonly label: string;
  /** What it lets them do. */
  readonly text: string;
}

export function usePermChoices(): PermChoice[] {
  const { t } = useTranslation();
  return GRANTED_ROLES.map((value) => ({
    value,
    label: t(`people.${value}`),
    text: t(`people.${value}Text`),
  }));
}

export const permOf = (value: string): GrantedRole => GRANTED_ROLES.find((role) => role === value) ?? 'view';
