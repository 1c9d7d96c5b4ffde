/** The channels that an alert or a report goes by: chosen in its form, and shown where they take nothing. */
import type { Channel } from '@goalpost/contract/notices';
import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAnswerWords } from './answer-words.ts';

interface Props {
  readonly label: string;
  readonly channels: readonly Channel[];
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (ids: string[]) => void;
}

export function ChannelChoice({ label, channels, chosen, fault, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={label}
      value={[...chosen]}
      error={chosen.length === 0 ? t('alerts.needsChannel') : fault}
      onChange={onChange}
    >
      <Stack gap="sm" mt="xs">
        {channels.map(({ id, name, kind, target }) => (
          <Checkbox
            key={id}
            value={id}
            label={`${t(`alerts.channel.${kind}`)}: ${name === '' ? target : name}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Those that took nothing of late, with why. */
export function DeadChannels({ channels }: Pick<Props, 'channels'>) {
  const { t } = useTranslation();
  const words = useAnswerWords();
  return channels
    .filter(({ failing }) => failing)
    .map(({ id, name, target, last_answer: answer }) => (
      <span key={id} className="gp-alert-dead gp-small gp-block" role="status">
        {t('alerts.dead', { channel: name || target, answer: words(answer) })}
      </span>
    ));
}

/** One that was removed cannot be chosen any more. */
export const stillThere = (ids: readonly string[], channels: readonly Channel[]): string[] =>
  ids.filter((id) => channels.some((one) => one.id === id));
