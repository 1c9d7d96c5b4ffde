/** Whether a member of the team is online: a dot, and a word for screen readers. */
import type { ChatTeamMember } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';
import './member-state.css';

export function MemberState({ state }: { readonly state: ChatTeamMember['state'] }) {
  const { t } = useTranslation();
  return (
    <span className="gp-member-state" data-state={state}>
      {t(`chat.team.${state}`)}
    </span>
  );
}
