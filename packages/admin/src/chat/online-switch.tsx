/** Whether visitors find this operator there. */
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskState } from './client-scope.tsx';

export function OnlineSwitch() {
  const { t } = useTranslation();
  const desk = useDesk();
  const online = useDeskState((state) => state.online);
  const known = useDeskState((state) => state.known);
  return (
    <Switch
      // Takes its room, but is hidden until its state is known.
      className={known ? 'gp-online' : 'gp-online gp-unknown'}
      color="teal.8"
      label={t('chat.online')}
      labelPosition="left"
      wrapperProps={{ title: t(online ? 'chat.onlineHint' : 'chat.offlineHint') }}
      checked={online}
      onChange={(event) => desk.setOnline(event.currentTarget.checked)}
    />
  );
}
