/** A file in the log: pictures are shown, everything else is a link with its name and size. */
import type { ChatFile } from '@goalpost/contract';
import { IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const PICTURES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]);

export const fileAddress = (file: ChatFile): string => `/chat/v1/files/${encodeURIComponent(file.id)}`;

export function FileView({ file }: { readonly file: ChatFile }) {
  const { t, i18n } = useTranslation();
  const size = byteSize(i18n.language, file.bytes);
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
        {file.name} <span className="gp-dim">{size}</span>
      </span>
    </a>
  );
}

export function byteSize(language: string, bytes: number): string {
  const write = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  if (bytes < 1_024) return write(bytes, 'byte');
  return bytes < 1_048_576 ? write(bytes / 1_024, 'kilobyte') : write(bytes / 1_048_576, 'megabyte');
}
