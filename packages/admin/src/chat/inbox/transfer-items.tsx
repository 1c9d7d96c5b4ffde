/** To whom a conversation may be handed: colleagues, those online first, departments, or the whole team. */
import type { ChatDepartment, ChatTeamMember, ConversationView } from '@goalpost/contract/chat';
import { Menu } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../client-scope.tsx';
import { MemberState } from '../ui/member-state.tsx';
import { onlineIn, type Teammate } from '../ui/teammates.ts';

interface Props {
  readonly view: ConversationView;
  readonly team: readonly ChatTeamMember[];
  readonly people: readonly Teammate[];
  readonly departments: readonly ChatDepartment[];
}

export function TransferItems({ view, team, people, departments }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <>
      {people.length > 0 && <Menu.Label>{t('chat.assign.people')}</Menu.Label>}
      {people.map(({ id, title, state }) => (
        <Menu.Item
          key={id}
          rightSection={<MemberState state={state} />}
          onClick={() => desk.assign(view.id, id)}
        >
          {title}
        </Menu.Item>
      ))}
      {departments.length > 0 && <Menu.Label>{t('chat.assign.departments')}</Menu.Label>}
      {departments.map(({ id, name }) => (
        <Menu.Item
          key={id}
          rightSection={<DepartmentState online={onlineIn(team, id)} />}
          onClick={() => desk.assign(view.id, null, id)}
        >
          {name}
        </Menu.Item>
      ))}
      {view.assignedTo !== null && (
        <>
          {people.length + departments.length > 0 && <Menu.Divider />}
          <Menu.Item
            leftSection={<IconUserOff size={16} stroke={1.6} />}
            onClick={() => desk.assign(view.id, null)}
          >
            {t('chat.assign.letGo')}
          </Menu.Item>
        </>
      )}
    </>
  );
}

function DepartmentState({ online }: { readonly online: number }) {
  const { t } = useTranslation();
  return (
    <span className="gp-dim gp-small">
      {online === 0 ? t('chat.team.nobody') : t('chat.team.onlineCount', { count: online })}
    </span>
  );
}
