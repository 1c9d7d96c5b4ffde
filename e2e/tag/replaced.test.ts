/** [W29] Pages that have replaced the built-ins which the tag touches: hits and callbacks come, nothing is thrown. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { limitOf, PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { buildTag } from '@goalpost/tag/build';
import { snippet } from '@goalpost/tag/snippet';
import type { Recorded } from './recorder.ts';
import { COUNTER, isGoal, isView, setStage, UNASKED_MODULES } from './stage.ts';

// Where `fetch` is gone, the browser says what became of an image.
const stage = setStage(/Failed to load resource|net::ERR_/);

/** Where the names that the build mentions may be found. */
const HOSTS = [
  'window',
  'document',
  'navigator',
  'performance',
  'crypto',
  'console',
  'Math',
  'JSON',
  'Date',
  'Object',
  'Promise',
  'String',
  'Reflect',
  ...[
    'Object',
    'Array',
    'String',
    'Number',
    'Function',
    'RegExp',
    'Promise',
    'Date',
    'EventTarget',
    'Node',
    'Element',
    'Document',
    'HTMLAnchorElement',
    'HTMLImageElement',
    'HTMLScriptElement',
    'Storage',
    'Response',
    'URLSearchParams',
    'Navigator',
    'Screen',
    'Performance',
    'Crypto',
    'PerformanceEntry',
  ].map((name) => `${name}.prototype`),
];

/** `host`, `name` of all built-ins whose names stand in the build, as a page finds them; `__proto__` and `length` are syntax there. */
const touchedBy = (code: string): string =>
  `(${String((words: string[], hosts: string[]): [string, string][] =>
    hosts.flatMap((host) => {
      // oxlint-disable-next-line no-eval -- names of ours
      const place = eval(host) as object;
      return words
        .filter((word) => {
          const found = Object.getOwnPropertyDescriptor(place, word);
          return (
            found && (found.configurable || found.writable) && !/^(constructor|__proto__|length)$/.test(word)
          );
        })
        .map((word): [string, string] => [host, word]);
    }),
  )})(${JSON.stringify([...new Set(code.match(/[A-Za-z_]\w+/g))])}, ${JSON.stringify(HOSTS)})`;

const WITH: Record<string, string> = {
  'an object': '{}',
  'a function': 'function () {}',
  undefined: 'undefined',
  'a function that throws': `function () { throw new Error('page') }`,
};

/** What old libraries have left in the built-ins: facts of their documentation, in our own words. */
const LIBRARIES: Record<string, string> = {
  'Prototype.js 1.6': `
    Function.prototype.bind = function () { var run = this, me = arguments[0]; return function () { return run.apply(me, arguments) } };
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']' };
    String.prototype.toJSON = function () { return '"' + this + '"' };
    Number.prototype.toJSON = function () { return '' + this };
    Array.prototype.each = Array.prototype.forEach; Array.prototype.reverse = function () { return this };
    Element.extend = function (element) { return element }; Object.toJSON = function () { return '' };
    document.getElementsByClassName = function () { return [] }; window.$ = function () {}; Object.keys = function () { return [] };
    Array.from = function (list) { if (!list) return []; var all = []; for (var at = 0; at < list.length; at++) all[at] = list[at]; return all };`,
  MooTools: `
    Function.prototype.extend = function () {}; Function.prototype.bind = function () { return this };
    Array.prototype.contains = function () {}; String.prototype.contains = function () { return false };
    Object.prototype.$family = function () { return 'object' }; window.Hash = function () {}; window.Event = function (event) { return event };
    window.Element = function () {}; Array.prototype.each = function () {}; Object.keys = function () { return ['family'] };`,
  'an old es5-shim': `
    Function.prototype.bind = function (me) { var run = this; return function () { return run.apply(me, arguments) } };
    Array.prototype.forEach = function (run) { for (var at in this) run(this[at], at) };
    Array.prototype.map = function (run) { var all = []; for (var at in this) all.push(run(this[at], at)); return all };
    String.prototype.trim = function () { return this }; Date.now = function () { return +new Date };`,
  'helpers that can be enumerated':
    'Array.prototype.last = function () { throw 1 }; Array.prototype.remove = function () { throw 1 }',
  'options on every object': `['defer', 'url', 'callback', 'ctx', 'params', 'title', 'referer', 'nck', 'ut', 'type', 'trackHash', 'ecommerce', 'id', 'userParams', 'destruct', 'hit', 'method', 'body', 'signal', 'get', 'value', 'stack', 'length']
    .forEach(function (name) { Object.prototype[name] = function () { throw 1 } })`,
  'a class called Map': 'function Map(el) { this.el = el }; function Set() {}',
  'a frozen clock':
    'Date = function () { return { getTime: function () { return 0 } } }; Date.now = function () { return 1600000000000 }',
  'seeded chance': 'Math.random = function () { return 0.5 }',
  'a polyfilled Symbol':
    "window.Symbol = function (name) { return '@@' + name }; Symbol.iterator = '@@iterator'; Array.prototype[Symbol.iterator] = undefined",
  'iterators gone': 'delete Array.prototype[Symbol.iterator]; delete String.prototype[Symbol.iterator]',
  'names of windows':
    "name = 'x'; status = 'y'; event = 'z'; length = 3; top.x = 1; var URL = 'u', parent_ = 1, history_ = 2",
};

/** Elements whose names hide what the document and the window have. */
const CLOBBERED = [
  'cookie',
  'title',
  'referrer',
  'currentScript',
  'scripts',
  'characterSet',
  'addEventListener',
  'createElement',
  'prerendering',
  'baseURI',
  'dispatchEvent',
  'location',
  'fetch',
  'ym',
  'Ya',
  'yandex_metrika_callbacks',
  'dataLayer',
  `yaCounter${COUNTER}`,
];

interface Case {
  readonly name: string;
  readonly script?: string;
  readonly body?: string;
}

/** The snippet, or a plain script where the page has taken what the snippet itself is made of. */
function pageOf({ script = '', body = '' }: Case, at: number, isPlain: boolean): string {
  const address = `${stage.recorder.url}/metrika/tag.js`;
  const plain = `<script>window.ym = function () { var a = ym.a = ym.a || []; a[a.length] = arguments }; ym(${COUNTER}, 'init', {})</script>
    <script async src="${address}?id=${COUNTER}"></script>`;
  const { loader } = snippet(COUNTER, address);
  // Speaks with the frame around it by syntax alone.
  return `<!doctype html><title>t</title><body>${body}<script>var say = parent.outcome, at = ${at}; ${script}</script>${isPlain ? plain : loader}
    <script>ym(${COUNTER}, 'reachGoal', 'g${at}', { a: 1 }, function () {
      var own = Ya.Metrika2.counters(), byName = ym('counters');
      say(at, own.length === 1 && own[0].id === ${COUNTER} && byName.length === 1 && typeof yaCounter${COUNTER}.reachGoal === 'function');
    })</script>`;
}

const endsWith = ({ keys }: Recorded, end: string): boolean => keys['page-url']?.endsWith(end) ?? false;

/** Runs all in frames of one page, some at a time. @returns what was wrong with which */
async function run(page: Page, cases: readonly Case[]): Promise<string[]> {
  const { loader } = snippet(COUNTER, 'https://s.example/tag.js');
  const needed = new Set(loader.match(/\w+/g));
  const wrong: string[] = [];
  for (let from = 0; from < cases.length; from += 12) {
    const some = cases.slice(from, from + 12);
    stage.recorder.clear();
    stage.recorder.carry(UNASKED_MODULES, ['@data-price']);
    const before = stage.errors.length;
    const frames = some.map((one, place) => {
      const isPlain = [...needed].some(
        (word) =>
          word.length > 3 &&
          new RegExp(`[.[' ="]${word}\\b`).test(`${one.script ?? ''}${one.body ?? ''}`) &&
          !/push|Date/.test(word),
      );
      return stage.recorder.page(`/case-${from + place}`, pageOf(one, from + place, isPlain));
    });
    const outcomes = await page.evaluate<Record<string, unknown[]>>(`new Promise((done) => {
      const outcomes = {};
      window.outcome = (at, isRight) => { (outcomes[at] ??= []).push(isRight); if (Object.keys(outcomes).length === ${some.length}) setTimeout(() => done(outcomes), 100) };
      setTimeout(() => done(outcomes), ${PATIENCE_MS});
      document.body.innerHTML = ${JSON.stringify(frames)}.map((src) => '<iframe src="' + src + '"></iframe>').join('');
    })`);
    const lacks = (at: number): string[] => [
      ...(stage.recorder.hits.some((hit) => isGoal(hit) && endsWith(hit, `/g${at}`)) ? [] : ['no goal']),
      ...(stage.recorder.hits.some((hit) => isView(hit) && endsWith(hit, `/case-${at}`))
        ? []
        : ['no page view']),
    ];
    // Callbacks do not wait for a slow answer [W32]; what never comes is named below.
    const isWhole = (): boolean => some.every((_one, place) => lacks(from + place).length === 0);
    await stage.recorder.wait(1, isWhole).catch(() => undefined);
    for (const [place, { name }] of some.entries()) {
      const at = from + place;
      const called = JSON.stringify(outcomes[at] ?? []);
      if (called !== '[true]') wrong.push(`${name}: the callback said ${called}`);
      wrong.push(...lacks(at).map((lack) => `${name}: ${lack}`));
    }
    wrong.push(
      ...stage.errors
        .slice(before)
        .filter((error) => error.startsWith('uncaught'))
        .map((error) => `${some[0]?.name} …: ${error}`),
    );
  }
  return wrong;
}

/** About so many times twelve are tried. */
const ROUNDS = 50;

async function hostPage(): Promise<Page> {
  const page = await stage.newPage();
  await page.goto(stage.recorder.page('/host', '<!doctype html><body>'));
  return page;
}

it(
  'every built-in whose name the build holds, by an object, functions and nothing',
  async () => {
    const page = await hostPage();
    const touched = await page.evaluate<[string, string][]>(touchedBy((await buildTag()).code));
    // The list is alive: these the tag cannot do without.
    expect(touched).toEqual(
      expect.arrayContaining([
        ['window', 'fetch'],
        ['JSON', 'stringify'],
        ['Document.prototype', 'cookie'],
      ]),
    );
    const cases = touched.flatMap(([host, name]) =>
      Object.entries(WITH).map(([what, value]) => ({
        name: `${host}.${name} is ${what}`,
        script: `Object.defineProperty(${host}, '${name}', { configurable: true, writable: true, value: ${value} })`,
      })),
    );
    expect(await run(page, cases)).toEqual([]);
  },
  limitOf(ROUNDS),
);

it('old libraries, and elements that bear the names of built-ins', async () => {
  const page = await hostPage();
  const cases: Case[] = [
    ...Object.entries(LIBRARIES).map(([name, script]) => ({ name, script })),
    ...CLOBBERED.flatMap((name) => [
      { name: `<form name=${name}>`, body: `<form name="${name}"></form>` },
      { name: `<img name=${name}>`, body: `<img name="${name}" id="${name}">` },
      { name: `<a id=${name}>`, body: `<a id="${name}" href="/x"></a>` },
    ]),
  ];
  expect(await run(page, cases)).toEqual([]);
});
