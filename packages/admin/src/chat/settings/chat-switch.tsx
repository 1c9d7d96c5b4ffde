/** The one switch that puts the chat on the site; says what it does before it is turned on. */
import type { ChatSettings } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/fields/switch.tsx';
import { tell } from '../../ui/tell.ts';
import { useSaveChatSettings } from '../api/settings.ts';
import { useWanted } from '../../ui/edits/use-wanted.ts';
import { NotSaved } from '../../ui/fields/not-saved.tsx';

interface Props {
  readonly counterId: number;
  readonly settings: ChatSettings;
}

export function ChatSwitch({ counterId, settings }: Props) {
  const { t } = useTranslation();
  const save = useSaveChatSettings(counterId);
  const { wanted, setWanted, settled } = useWanted<boolean | null>(null);
  const on = wanted ?? settings.enabled;
  return (
    <>
      <NotSaved reasons={[save.error?.message]} mb="md" />
      <div className="gp-switches">
        <Switch
          label={t('chat.settings.enabled')}
          description={t(on ? 'chat.settings.onText' : 'chat.settings.offText')}
          checked={on}
          onChange={(event) => {
            const enabled = event.currentTarget.checked;
            setWanted(enabled);
            save.mutate(
              { ...settings, enabled },
              {
                onSuccess: () => tell(t(enabled ? 'chat.settings.turnedOn' : 'chat.settings.turnedOff')),
                onSettled: settled,
              },
            );
          }}
        />
      </div>
    </>
  );
}
