import { describe, expect, it } from 'vitest';
import { snippet } from './snippet.ts';

const SCRIPT = 'https://stats.example/metrika/tag.js';

/** Runs the loader on a bare page. */
function run(loader: string, scripts: { src: string }[], ym?: unknown): Record<string, unknown> {
  const code = loader.replace(/<\/?script>/g, '');
  const page: Record<string, unknown> = ym ? { ym } : {};
  const first = { parentNode: { insertBefore: (script: { src: string }) => scripts.unshift(script) } };
  const document = {
    scripts,
    head: { appendChild: (script: { src: string }) => scripts.push(script) },
    createElement: () => ({ src: '' }),
    getElementsByTagName: () => [first],
  };
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- it is what a page does with it
  new Function('window', 'document', `with (window) {${code}}`)(page, document);
  return page;
}

describe('the snippet', () => {
  it('names the counter in the address of the script, in init and in the picture', () => {
    const { loader, noscript } = snippet(12345678, SCRIPT);
    expect(loader).toContain(`"${SCRIPT}?id=12345678"`);
    expect(loader).toContain('ym(12345678,"init",{clickmap:true,trackLinks:true,accurateTrackBounce:true});');
    expect(noscript).toContain('src="https://stats.example/watch/12345678"');
  });

  it('queues calls until the script is there', () => {
    const scripts: { src: string }[] = [];
    const page = run(snippet(5, SCRIPT).loader, scripts);
    expect(scripts).toMatchObject([{ src: `${SCRIPT}?id=5`, async: 1 }]);
    const { a, l } = page['ym'] as { a: ArrayLike<unknown>[]; l: number };
    expect(a.map((call) => Array.from(call))).toEqual([
      [5, 'init', { clickmap: true, trackLinks: true, accurateTrackBounce: true }],
    ]);
    expect(l).toBeGreaterThan(0);
  });

  it('loads no script twice, and leaves the ym that it finds', () => {
    const scripts = [{ src: `${SCRIPT}?id=5` }];
    const calls: unknown[][] = [];
    const ym = (...args: unknown[]): void => void calls.push(args);
    expect(run(snippet(5, SCRIPT).loader, scripts, ym)['ym']).toBe(ym);
    expect(scripts).toHaveLength(1);
    expect(calls).toHaveLength(1);
  });

  it.each(['onerror', 'onload'] as const)('[W41] at %s without a tag, loads the chat by itself', (event) => {
    type Script = { src: string; goalpost?: number; onerror?: () => void; onload?: () => void };
    const scripts: Script[] = [];
    run(snippet(5, 'https://shop.example/stats/metrika/tag.js').loader, scripts);
    scripts[0]?.[event]?.();
    expect(scripts.map(({ src }) => src)).toEqual([
      'https://shop.example/stats/metrika/tag.js?id=5',
      'https://shop.example/stats/chat/widget.js?id=5',
    ]);
    Object.assign(scripts[0] ?? {}, { goalpost: 1 });
    scripts[0]?.[event]?.();
    expect(scripts).toHaveLength(2);
  });

  it('cannot be broken out of by an address', () => {
    const { loader, noscript } = snippet(5, `https://stats.example/tag.js?a="</script>'\\`);
    expect(loader.match(/<\/script>/g)).toHaveLength(1);
    expect(noscript.match(/"/g)).toHaveLength(6);
    const scripts: { src: string }[] = [];
    run(loader, scripts);
    expect(scripts).toHaveLength(1);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 60])('refuses the number %s', (id) => {
    expect(() => snippet(id, SCRIPT)).toThrow(RangeError);
  });

  it('refuses an address that is not absolute', () => {
    expect(() => snippet(5, '/tag.js')).toThrow(TypeError);
  });
});
