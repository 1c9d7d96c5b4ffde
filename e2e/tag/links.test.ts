/** Links that are clicked: outbound, downloads, and all that is neither. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { COUNTER, setStage } from './stage.ts';

const stage = setStage();

/** Keeps the browser on the page, after the tag has seen the click. */
const STAY = "<script>addEventListener('click', (event) => event.preventDefault())</script>";

async function linksOf(page: Page): Promise<string[][]> {
  return (await stage.settled(page))
    .filter(({ info }) => info['ln'] === '1' || info['dl'] === '1')
    .map(({ keys, info }) => [
      info['dl'] ? (info['ln'] ? 'file out' : 'file') : 'out',
      keys['page-url'] ?? '',
      info['t'] ?? '',
    ]);
}

async function click(link: string, init = '{}'): Promise<string[][]> {
  const page = await stage.open({ body: `${link}${STAY}`, init });
  await page.click('a,area,#click');
  return linksOf(page);
}

describe('a click', () => {
  it.each([
    [
      'an outbound link',
      '<a href="https://example.org/x?y=1">Out</a>',
      ['out', 'https://example.org/x?y=1', 'Out'],
    ],
    [
      'what is inside one',
      '<a href="https://example.org/"><b id=click> Bold </b></a>',
      ['out', 'https://example.org/', 'Bold'],
    ],
    ['a file', '<a href="/price.PDF">Price</a>', ['file', '{{site}}/price.PDF', 'Price']],
    [
      'a file behind a query',
      '<a href="/get?file=a.zip">Zip</a>',
      ['file', '{{site}}/get?file=a.zip', 'Zip'],
    ],
    ['a file with a query', '<a href="/a.docx?v=2#x">Doc</a>', ['file', '{{site}}/a.docx?v=2#x', 'Doc']],
    [
      'a file elsewhere',
      '<a href="https://example.org/a.mp3">Song</a>',
      ['file out', 'https://example.org/a.mp3', 'Song'],
    ],
    ['a telephone number', '<a href="tel:+123">Call</a>', ['out', 'tel:+123', 'Call']],
    ['a mail address', '<a href="mailto:a@b.example">Write</a>', ['out', 'mailto:a@b.example', 'Write']],
    [
      'a link marked as external',
      '<a class="x ym-external-link" href="/shop">In</a>',
      ['out', '{{site}}/shop', 'In'],
    ],
  ])('on %s is sent', async (_name, link, expected) => {
    expect(await click(link)).toEqual([expected.map((text) => text.replace('{{site}}', stage.recorder.url))]);
  });

  it.each([
    ['an inner link', '<a href="/other">In</a>'],
    ['a page that only begins like a file', '<a href="/a.pdfs">In</a>'],
    ['a script', '<a href="javascript:void 0">Run</a>'],
    ['data', '<a href="data:text/plain,x">Data</a>'],
    ['a link with no address', '<a>None</a>'],
    [
      'a link that is not to be tracked',
      '<a class="ym-disable-tracklink" href="https://example.org/">Out</a>',
    ],
    ['no link at all', '<p id=click>Text</p>'],
  ])('on %s is not', async (_name, link) => {
    expect(await click(link)).toEqual([]);
  });

  it('is not sent under `trackLinks: false`, and is again when that is switched on', async () => {
    const page = await stage.open({
      body: `<a href="https://example.org/">Out</a>${STAY}`,
      init: '{trackLinks:false}',
    });
    await page.click('a');
    expect(await linksOf(page)).toEqual([]);
    await page.evaluate(`ym(${COUNTER}, 'trackLinks', true)`);
    await page.click('a');
    expect(await linksOf(page)).toHaveLength(1);
  });

  it('is seen through an open shadow root, though the page stops it', async () => {
    const page = await stage.open({
      body: `<div id=host></div><script>
        const root = host.attachShadow({ mode: 'open' });
        root.innerHTML = '<a href="https://example.org/">Out</a>';
        root.firstChild.onclick = (event) => { event.preventDefault(); event.stopPropagation() };
      </script>`,
    });
    await page.click('a');
    expect(await linksOf(page)).toEqual([['out', 'https://example.org/', 'Out']]);
  });

  it('counts with the middle button and with the keyboard, not with the right button', async () => {
    const page = await stage.open({
      body: `<a href="https://example.org/">Out</a>${STAY}<script>
      addEventListener('auxclick', (event) => event.preventDefault())</script>`,
    });
    await page.click('a', { button: 'right' });
    expect(await linksOf(page)).toEqual([]);
    await page.click('a', { button: 'middle' });
    await page.focus('a');
    await page.keyboard.press('Enter');
    expect(await linksOf(page)).toHaveLength(2);
  });

  it('on a link with a page of text arrives: its title is cut before the address is too long', async () => {
    const text = 'Ж'.repeat(20_000);
    const [hit] = await click(`<a href="https://example.org/">${text}</a>`);
    expect(hit?.slice(0, 2)).toEqual(['out', 'https://example.org/']);
    expect(text).toContain(hit?.[2]);
    expect(hit?.[2]?.length).toBeGreaterThan(400);
  });

  it('counts on an added extension', async () => {
    const page = await stage.open({ body: `<a href="/a.foo">A</a><a href="/a.bar">B</a>${STAY}` });
    await page.evaluate(
      `ym(${COUNTER}, 'addFileExtension', ['foo', 'baz']); ym(${COUNTER}, 'addFileExtension', 'bar')`,
    );
    for (const link of await page.locator('a').all()) await link.click();
    expect((await linksOf(page)).map(([kind]) => kind)).toEqual(['file', 'file']);
  });

  it('arrives although the browser leaves the page for the link', async () => {
    const target = stage.recorder.page('/target', '<title>Target</title>').replace('127.0.0.1', 'localhost');
    const page = await stage.open({ body: `<a href="${target}">Away</a>` });
    await stage.recorder.wait(1);
    await page.click('a');
    await page.waitForURL(target);
    const [hit] = await stage.recorder.wait(1, ({ info }) => info['ln'] === '1');
    expect(hit?.keys['page-url']).toBe(target);
  });
});
