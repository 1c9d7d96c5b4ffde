/** Conversations in messengers, as their services send them [G132]. */
import { flag, isWrong, readAll, text } from '../cells.ts';
import { defineUpload } from '../kind.ts';

export const chats = defineUpload({
  id: 'CHATS',
  path: 'upload',
  summary: 'Upload conversations of messengers, as CSV',
  makes: [{ type: 'chat', name: 'Chat in a messenger' }],
  columns: ['Platform', 'Answered', 'Tag'],
  needed: ['Platform'],
  read(cells) {
    const line = readAll(cells, { platform: text('Platform'), answered: flag('Answered'), tag: text('Tag') });
    if (isWrong(line)) return line;
    if (line.platform === '')
      return { column: 'Platform', why: 'the messenger is missing, such as Telegram' };
    return { target: null, types: ['chat'], key: line.platform, isOfNobody: true };
  },
});
