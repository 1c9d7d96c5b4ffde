import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basePathOf, belowBase, cookiePrefixOf, OWN_NAMES, readPublicUrl } from './base-path.ts';

describe('the public address', () => {
  it.each([
    ['https://Stats.Example.com', 'https://stats.example.com', ''],
    ['https://stats.example.com/', 'https://stats.example.com', ''],
    ['http://10.0.0.5:8090', 'http://10.0.0.5:8090', ''],
    ['http://[::1]:8090/stats', 'http://[::1]:8090/stats', '/stats'],
    ['https://example.com:443/stats/', 'https://example.com/stats', '/stats'],
    ['https://example.com/Tools/web-stats_2', 'https://example.com/Tools/web-stats_2', '/Tools/web-stats_2'],
    ['https://пример.рф/stats', 'https://xn--e1afmkfd.xn--p1ai/stats', '/stats'],
  ])('%s', (text, address, base) => {
    expect(readPublicUrl(text)).toBe(address);
    expect(basePathOf(address)).toBe(base);
  });

  it.each([
    '',
    'example.com/stats',
    '/stats',
    'ftp://example.com/stats',
    'https://',
    'https:///stats',
    'https://example.com/stats?a=1',
    'https://example.com/stats/?',
    'https://example.com/stats#top',
    'https://example.com/../stats',
    'https://example.com/stats/..',
    'https://example.com/./stats',
    'https://example.com/%2e%2e/stats',
    'https://example.com//stats',
    'https://example.com/stats//',
    'https://example.com/my stats',
    ' https://example.com/stats',
    'https://example.com/stats\n',
    'https://example.com\\stats',
    'https://ann:secret@example.com/stats',
    'https://example.com:99999/stats',
    'https://example.com/отчёты',
    'https://example.com/stats;a',
    `https://example.com/${'a'.repeat(300)}`,
    'https://example.com/chat',
    'https://example.com/API',
    'https://example.com/tools/metrika/',
  ])('%j is none', (text) => {
    expect(readPublicUrl(text)).toBeNull();
  });
});

describe('a request below a base path', () => {
  it.each([
    ['/stats/watch/1?page=2', '/watch/1?page=2'],
    ['/stats', '/'],
    ['/stats/', '/'],
    ['/stats?a=1', '/?a=1'],
    ['/watch/1', '/watch/1'],
    ['/', '/'],
    ['/statsx/watch/1', '/statsx/watch/1'],
    ['/Stats/watch/1', '/Stats/watch/1'],
    // Taken away once: what the proxy has not kept twice is no address of ours.
    ['/stats/stats/watch/1', '/stats/watch/1'],
    ['/watch/1?next=/stats/', '/watch/1?next=/stats/'],
  ])('%s asks for %s', (url, own) => {
    expect(belowBase('/stats', url)).toBe(own);
    expect(belowBase('', url)).toBe(url);
  });

  const part = fc.stringMatching(/^[\w-]{1,8}$/);
  const base = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
  const own = fc
    .tuple(fc.constantFrom(...OWN_NAMES), fc.constantFrom('', '/', '/1', '?a=/b', '/../x', '//x'))
    .map(([name, rest]) => `/${name}${rest}`);

  it('kept and taken away are one, whatever path a server may have', () => {
    fc.assert(
      fc.property(base, own, (path, url) => {
        fc.pre(readPublicUrl(`https://example.com${path}`) !== null);
        expect(belowBase(path, path + url)).toBe(url);
        expect(belowBase(path, url)).toBe(url);
      }),
    );
  });

  it('servers below one host have cookies of different names, or of paths that never meet', () => {
    fc.assert(
      fc.property(base, base, (one, other) => {
        const meet = one !== other && `${other}/`.startsWith(`${one}/`);
        if (meet) expect(cookiePrefixOf(one)).not.toBe(cookiePrefixOf(other));
        expect(cookiePrefixOf(one)).not.toBe(cookiePrefixOf(''));
        expect(cookiePrefixOf(one)).toMatch(/^[\w-]+$/);
      }),
    );
  });
});
