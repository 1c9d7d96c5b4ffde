import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkify } from './linkify.ts';

const links = (text: string): string[] =>
  linkify(text).flatMap(({ text: said, href }) => (href ? [said] : []));

describe('linkify', () => {
  it.each([
    ['see https://a.example/b?c=d.', ['https://a.example/b?c=d']],
    ['(http://a.example)', ['http://a.example']],
    ['https://a.example/x_(y), then', ['https://a.example/x_(y)']],
    ['two: http://a.example and https://b.example!', ['http://a.example', 'https://b.example']],
    ['javascript:alert(1) data:text/html,x ftp://a.example', []],
    ['javascript:https://a.example', ['https://a.example']],
    ['https://', []],
    ['no address', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('loses no character, and makes no link but to http and https', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('http://', 'https://a.b/', ' ', ').', 'javascript:'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const parts = linkify(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { href } of parts) if (href !== undefined) expect(href).toMatch(/^https?:/);
      }),
    );
  });
});
