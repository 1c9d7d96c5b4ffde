/** Text to take away: shown whole, copied with one button. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import './copy-block.css';

interface Props {
  readonly text: string;
  /** What the text is, for screen readers. */
  readonly label: string;
  readonly action?: string;
}

export function CopyBlock({ text, label, action }: Props) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <div className="gp-copy">
      <pre role="group" tabIndex={0} aria-label={label}>
        {text}
      </pre>
      <Button
        size="xs"
        variant="default"
        leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        onClick={() => clipboard.copy(text)}
      >
        {clipboard.copied ? t('word.copied') : (action ?? t('word.copy'))}
      </Button>
    </div>
  );
}
