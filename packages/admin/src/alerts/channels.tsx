/** The channels of a counter: where it tells, a test of each, and what came of the last message. */
import type { Channel } from '@goalpost/contract/notices';
import { Button } from '@mantine/core';
import {
  IconBrandSlack,
  IconBrandTelegram,
  IconMail,
  IconPlus,
  IconSend,
  IconWebhook,
} from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemoveChannel, useTestChannel } from '../api/notices/alerts.ts';
import { CopyBlock } from '../ui/copy-block.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { tell } from '../ui/tell.ts';
import { useAnswerWords } from './answer-words.ts';
import { RemoveButton } from './remove-button.tsx';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const ChannelForm = lazyPart(
  withWords(['account', 'alerts'], () => import('./channel-form.tsx')),
  'ChannelForm',
);

const ICONS = { email: IconMail, webhook: IconWebhook, telegram: IconBrandTelegram, slack: IconBrandSlack };

interface Props {
  readonly counterId: number;
  readonly channels: readonly Channel[];
  readonly mailAvailable: boolean;
}

export function Channels({ counterId, channels, mailAvailable }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState('');
  return (
    <Section title={t('alerts.channels')} text={t('alerts.channelsText')}>
      {channels.length > 0 && (
        <ul className="gp-rows" aria-label={t('alerts.channels')}>
          {channels.map((channel) => (
            <ChannelRow key={channel.id} counterId={counterId} channel={channel} />
          ))}
        </ul>
      )}
      <ChannelSecret secret={secret} />
      {adding ? (
        <Suspense>
          <ChannelForm
            counterId={counterId}
            mailAvailable={mailAvailable}
            onClose={() => setAdding(false)}
            onMade={(made) => {
              setSecret(made);
              setAdding(false);
            }}
          />
        </Suspense>
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            setSecret('');
            setAdding(true);
          }}
        >
          {t('alerts.addChannel')}
        </Button>
      )}
    </Section>
  );
}

/** The secret of a webhook, which is told once; nothing where there is none. */
export function ChannelSecret({ secret }: { readonly secret: string }) {
  const { t } = useTranslation();
  return secret === '' ? null : (
    <div className="gp-channel-secret" role="status">
      <p>{t('alerts.secret')}</p>
      <CopyBlock text={secret} label={t('alerts.secretLabel')} />
    </div>
  );
}

function ChannelRow({ counterId, channel }: { readonly counterId: number; readonly channel: Channel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAnswerWords();
  const test = useTestChannel(counterId);
  const remove = useRemoveChannel(counterId);
  const { id, kind, name, target, failing, last_answer: answer, last_at: at, waiting } = channel;
  const Icon = ICONS[kind];
  const shown = name === '' ? target : name;
  return (
    <li className="gp-alert">
      <div>
        <strong className="gp-channel-name">
          <Icon size={16} stroke={1.6} aria-hidden /> {shown}
        </strong>
        <span className="gp-dim gp-small gp-block">
          {[t(`alerts.channel.${kind}`), ...(name === '' ? [] : [target])].join(' · ')}
        </span>
        {at !== null && (
          <span className={`gp-small gp-block ${failing ? 'gp-alert-dead' : 'gp-dim'}`}>
            {t(failing ? 'alerts.notTaken' : 'alerts.arrived', {
              moment: format.moment(at),
              answer: words(answer),
            })}
            {waiting > 0 && ` · ${t('alerts.waiting', { count: waiting })}`}
          </span>
        )}
      </div>
      <span className="gp-alert-acts">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSend size={16} stroke={1.6} />}
          loading={test.isPending}
          aria-label={t('alerts.testOf', { channel: shown })}
          onClick={() =>
            test.mutate(id, {
              onSuccess: (after) => tell(t(after.failing ? 'alerts.testFailed' : 'alerts.tested')),
              onError: (error) => tell(t('failure.other', { message: error.message })),
            })
          }
        >
          {t('alerts.test')}
        </Button>
        <RemoveButton
          id={id}
          label={t('alerts.removeChannel', { channel: shown })}
          title={t('alerts.removeChannelTitle')}
          text={t('alerts.removeChannelText', { channel: shown })}
          remove={remove}
        />
      </span>
    </li>
  );
}
