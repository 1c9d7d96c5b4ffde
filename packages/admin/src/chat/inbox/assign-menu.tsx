/** Whose the conversation is: take it, take it over, hand it to somebody or to a department, let it go. */
import type { ChatSettings, ConversationView } from '@goalpost/contract';
import { Button, Menu } from '@mantine/core';
import { IconArrowForwardUp, IconUserCheck, IconUserOff, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chatSettingsQuery } from '../api/settings.ts';
import { useDesk, useDeskState } from '../desk-scope.tsx';

export function AssignMenu({ view }: { readonly view: ConversationView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const me = useDeskState((state) => state.me);
  const settings = useQuery(chatSettingsQuery(view.counterId)).data;
  if (view.state === 'closed' || me === null) return null;
  const free = view.assignedTo === null;
  const mine = view.assignedTo?.id === me.id;
  const toMe = t(free ? 'chat.assign.take' : 'chat.assign.takeOver');
  const take = (): void => desk.assign(view.id, me.id);
  const departments = settings?.departments ?? [];
  const others = colleagues(settings, view, me.id);
  if (!mine && others.length === 0 && departments.length === 0)
    return (
      <Button
        className="gp-icon-on-phone"
        size="xs"
        variant="default"
        leftSection={<IconUserCheck size={16} stroke={1.6} />}
        onClick={take}
      >
        {toMe}
      </Button>
    );
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          className="gp-icon-on-phone"
          size="xs"
          variant="default"
          leftSection={<IconArrowForwardUp size={16} stroke={1.6} />}
        >
          {t(mine ? 'chat.assign.transfer' : 'chat.assign.assign')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!mine && (
          <Menu.Item leftSection={<IconUserCheck size={16} stroke={1.6} />} onClick={take}>
            {toMe}
          </Menu.Item>
        )}
        {!free && (
          <Menu.Item
            leftSection={<IconUserOff size={16} stroke={1.6} />}
            onClick={() => desk.assign(view.id, null)}
          >
            {t('chat.assign.letGo')}
          </Menu.Item>
        )}
        {others.length > 0 && <Menu.Label>{t('chat.assign.people')}</Menu.Label>}
        {others.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => desk.assign(view.id, id)}>
            {name}
          </Menu.Item>
        ))}
        {departments.length > 0 && <Menu.Label>{t('chat.assign.departments')}</Menu.Label>}
        {departments.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<IconUsersGroup size={16} stroke={1.6} />}
            onClick={() => desk.assign(view.id, null, id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function colleagues(settings: ChatSettings | undefined, view: ConversationView, me: string) {
  return (settings?.operators ?? []).filter(
    ({ id, name }) => id !== me && id !== view.assignedTo?.id && name !== '',
  );
}
