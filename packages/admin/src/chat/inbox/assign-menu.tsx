/** Assigns a conversation: to oneself, to a colleague, to a department, or to no one. */
import type { ConversationView } from '@goalpost/contract/chat';
import { Button, Menu } from '@mantine/core';
import { IconArrowForwardUp, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chatSettingsQuery } from '../api/settings.ts';
import { teamQuery } from '../api/team.ts';
import { useDesk, useDeskState } from '../client-scope.tsx';
import { teammates } from '../ui/teammates.ts';
import { TransferItems } from './transfer-items.tsx';

export function AssignMenu({ view }: { readonly view: ConversationView }) {
  const { t } = useTranslation();
  const me = useDeskState((state) => state.me);
  const settings = useQuery(chatSettingsQuery(view.counterId)).data;
  const { data: team = [], refetch } = useQuery(teamQuery(view.counterId));
  if (view.state === 'closed' || me === null) return null;
  const free = view.assignedTo === null;
  const mine = view.assignedTo?.id === me.id;
  const people = teammates(team).filter(({ id }) => id !== me.id && id !== view.assignedTo?.id);
  const departments = (settings?.departments ?? []).filter(({ id }) => !free || id !== view.department);
  const nobodyElse = free && people.length === 0 && departments.length === 0;
  return (
    <>
      {!mine && <Take view={view} me={me.id} />}
      {!nobodyElse && (
        <Menu
          position="bottom-end"
          width={300}
          withinPortal={false}
          withInitialFocusPlaceholder={false}
          onOpen={() => void refetch()}
        >
          <Menu.Target>
            <Button
              className="gp-icon-when-narrow"
              size="xs"
              variant="default"
              leftSection={<IconArrowForwardUp size={16} stroke={1.6} />}
            >
              {t(free ? 'chat.assign.assign' : 'chat.assign.transfer')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className="gp-assign">
            <TransferItems view={view} team={team} people={people} departments={departments} />
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function Take({ view, me }: { readonly view: ConversationView; readonly me: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <Button
      className="gp-icon-when-narrow"
      size="xs"
      variant="default"
      leftSection={<IconUserCheck size={16} stroke={1.6} />}
      onClick={() => desk.assign(view.id, me)}
    >
      {t(view.assignedTo === null ? 'chat.assign.take' : 'chat.assign.takeOver')}
    </Button>
  );
}
