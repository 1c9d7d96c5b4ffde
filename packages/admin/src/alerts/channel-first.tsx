/** Asks for a channel where an alert or a report is wanted and nothing can carry it yet. */
import { Suspense } from 'react';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const ChannelForm = lazyPart(
  withWords(['account', 'alerts'], () => import('./channel-form.tsx')),
  'ChannelForm',
);

interface Props {
  readonly counterId: number;
  readonly mailAvailable: boolean;
  /** What comes after it. */
  readonly text: string;
  readonly onClose: () => void;
  /** @param secret of a webhook; else empty */
  readonly onMade: (secret: string) => void;
}

export function ChannelFirst({ counterId, mailAvailable, text, onClose, onMade }: Props) {
  return (
    <Suspense>
      <p role="status">{text}</p>
      <ChannelForm counterId={counterId} mailAvailable={mailAvailable} onClose={onClose} onMade={onMade} />
    </Suspense>
  );
}
