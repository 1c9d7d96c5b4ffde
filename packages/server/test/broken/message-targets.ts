/** Functions of the chat and of mail that read what strangers send: frames, files, addresses. */
import { OperatorFrame, VisitorFrame } from '@goalpost/contract/chat';
import { cleanName, extensionOf } from '../../src/chat/files/file-name.ts';
import { fileHeaders } from '../../src/chat/files/headers.ts';
import { kindOf as fileKindOf } from '../../src/chat/files/kinds.ts';
import { parseSender, plausibleAddress } from '../../src/notify/mail/mail-address.ts';
import { keyIn, parseFrame } from '../../src/chat/sockets/frames.ts';

export const MESSAGE_TARGETS = [
  { name: 'sockets: visitor frame', take: (text: string) => parseFrame(VisitorFrame, text) },
  {
    name: 'sockets: hello',
    take: (text: string) =>
      parseFrame(
        VisitorFrame,
        JSON.stringify({ type: 'hello', version: 1, visitor: text, page: { url: text, title: text } }),
      ),
  },
  {
    name: 'sockets: message',
    take: (text: string) =>
      parseFrame(
        VisitorFrame,
        JSON.stringify({ type: 'message', key: text, text, contact: { email: text } }),
      ),
  },
  { name: 'sockets: operator frame', take: (text: string) => parseFrame(OperatorFrame, text) },
  { name: 'sockets: key', take: keyIn },
  { name: 'uploads: name', take: (text: string) => extensionOf(cleanName(text)) },
  {
    name: 'uploads: name, encoded',
    take: (text: string) => cleanName(encodeURIComponent(text.toWellFormed())),
  },
  { name: 'uploads: type', take: (text: string) => fileKindOf(Buffer.from(text), extensionOf(text)) },
  {
    name: 'uploads: headers',
    take: (text: string) => fileHeaders({ name: cleanName(text), type: 'image/png', size: 1 } as never),
  },
  { name: 'mail: address', take: plausibleAddress },
  { name: 'mail: sender', take: parseSender },
];
