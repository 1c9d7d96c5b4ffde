/** Files of the chat that its settings name: operators' pictures that were uploaded here. */
import type { ChatSettings } from '@goalpost/contract/chat';
import { fileAddress } from '@goalpost/contract/chat/limits';

const FILE = new RegExp(`^${fileAddress('([\\w-]{16,64})')}$`);

/** Their ids, by whatever name of the server they were addressed. */
export function heldPictures({ operators }: Pick<ChatSettings, 'operators'>): string[] {
  return operators.flatMap(({ picture }) => {
    const id = FILE.exec(URL.parse(picture)?.pathname ?? '')?.[1];
    return id === undefined ? [] : [id];
  });
}
