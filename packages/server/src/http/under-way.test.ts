import { expect, it } from 'vitest';
import type { Watched } from '../kit/watched.ts';
import { frameLabels } from './under-way.ts';

it('[W18] frames are named by their types, and invented types by none', () => {
  const texts: string[] = [];
  const watched = { label: (text: string) => texts.push(text) } as Partial<Watched> as Watched;
  const labelOf = frameLabels(watched, '/chat', ['hello', 'message']);
  const nameOf = (frame: string) => texts[labelOf(frame) - 1];
  expect(nameOf('{"type":"message","text":"hello"}')).toBe('frame message on /chat');
  expect(nameOf('{ "type" : "hello"}')).toBe('frame hello on /chat');
  for (const odd of [
    '{"type":"invented"}',
    '',
    '{"type":5}',
    '{"type":"__proto__"}',
    `${' '.repeat(300)}{"type":"hello"}`,
  ])
    expect(nameOf(odd)).toBe('frame on /chat');
  expect(texts).toHaveLength(3);
});
