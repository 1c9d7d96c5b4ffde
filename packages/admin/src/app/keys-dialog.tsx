/** The list of keys, under `?`. */
import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KEYS } from '../ui/keys/keys.ts';
import './keys-dialog.css';
import { Dialog } from '../ui/screen/dialog.tsx';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const keys = [...Object.values(KEYS), { keys: ['⌘/Ctrl', 'K'], label: 'keys.find' as const }];
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('keys.title')}
      size={440}
      centered
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      <dl className="gp-keys">
        {keys.map(({ keys: pressed, label }) => (
          <div key={pressed.join(' ')}>
            <dt>{t(label)}</dt>
            <dd>
              {pressed.map((key, index) => (
                // The same key may come twice.
                // oxlint-disable-next-line react/no-array-index-key
                <Kbd key={index}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="gp-dim">{t('keys.note')}</p>
    </Dialog>
  );
}
