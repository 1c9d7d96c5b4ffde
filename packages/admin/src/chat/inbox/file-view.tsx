/** A file in the log: pictures are shown, everything else is a link with its name and size. */
import type { ChatFile } from '@goalpost/contract/chat';
import { IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ours } from '../../api/address/address.ts';
import { useByteSize } from '../ui/byte-size.ts';

const PICTURES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]);

export const fileAddress = (file: ChatFile): string => ours(`/chat/v1/files/${encodeURIComponent(file.id)}`);

export function FileView({ file }: { readonly file: ChatFile }) {
  const { t } = useTranslation();
  const size = useByteSize();
  if (PICTURES.has(file.type))
    return (
      <a className="gp-picture" href={fileAddress(file)} target="_blank" rel="noreferrer">
        <img
          src={fileAddress(file)}
          alt={t('chat.conversation.picture', { name: file.name })}
          loading="lazy"
        />
      </a>
    );
  return (
    <a className="gp-file" href={fileAddress(file)} target="_blank" rel="noreferrer">
      <IconFile size={20} stroke={1.6} aria-hidden="true" />
      <span>
        {file.name} <span className="gp-dim">{size(file.bytes)}</span>
      </span>
    </a>
  );
}
