/** A visitor's text file, sent into the chat as the widget sends it. */
import { expect } from 'vitest';
import { ORDINARY_HEADERS } from './wire.ts';

interface TextFile {
  /** Of the visitor. */
  readonly secret: string;
  /** As it stands in the header. */
  readonly name: string;
  readonly text: string;
}

/** @returns its id */
export async function sendFile(url: string, counter: number, file: TextFile): Promise<string> {
  const answer = await fetch(`${url}/chat/v1/files/${counter}`, {
    method: 'POST',
    headers: {
      ...ORDINARY_HEADERS,
      'content-type': 'text/plain',
      'x-goalpost-chat-secret': file.secret,
      'x-goalpost-file-name': file.name,
      origin: 'https://shop.example',
    },
    body: file.text,
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { file: { id: string } }).file.id;
}
