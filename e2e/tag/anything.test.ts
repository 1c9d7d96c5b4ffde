/** Whatever a page calls a method with, nothing is thrown into it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COUNTER, isGoal, setStage } from './stage.ts';

/** What the browser says of a hit where hundreds are under way: it is kept, and nothing is thrown. */
const TOO_MANY = /ERR_INSUFFICIENT_RESOURCES/;
const stage = setStage(TOO_MANY);
const faults = (): string[] => stage.errors.filter((error) => !TOO_MANY.test(error));

const METHODS = [
  'init',
  'hit',
  'reachGoal',
  'params',
  'userParams',
  'setUserID',
  'getClientID',
  'notBounce',
  'extLink',
  'file',
  'addFileExtension',
  'firstPartyParams',
  'firstPartyParamsHashed',
  'trackLinks',
  'trackHash',
  'clickmap',
  'accurateTrackBounce',
  'enableAll',
  'replacePhones',
  'nothing',
  'constructor',
  '__proto__',
  'toString',
];

/** Values that JSON cannot carry to the page, by the code that makes them there. */
const STRANGE = [
  'undefined',
  'null',
  'NaN',
  '-0',
  'Infinity',
  '10n',
  'Symbol("s")',
  '(() => { throw new Error("mine") })',
  'new Proxy({}, { get() { throw new Error("mine") }, ownKeys() { throw new Error("mine") } })',
  'Object.create(null)',
  '(() => { const me = {}; me.me = me; return me })()',
  'window',
  'document',
  'document.body',
  'new Date(NaN)',
  'new Map([[1, 2]])',
  'Promise.resolve(1)',
  '(class { static call() { throw new Error("mine") } })',
  '({ toString() { throw new Error("mine") } })',
  '({ get callback() { throw new Error("mine") } })',
  '({ callback: 5, ctx: null, params: 7, title: {}, referer: [] })',
  '"\\ud800"',
  '"x".repeat(100000)',
  '[[[[]]]]',
  'Object.freeze([])',
  '(function () { return arguments })(1, 2)',
  '"__proto__"',
  '/regexp/g',
  'new Error("mine")',
];

const argument = fc.oneof(
  fc.constantFrom(...STRANGE),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)),
);
const target = fc.oneof(
  { weight: 4, arbitrary: fc.constant(String(COUNTER)) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.constantFrom(...STRANGE), fc.constantFrom('"counters"', '"", ""', '-1', '1e99')),
  },
);
const call = fc.record({
  target,
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...METHODS).map((name) => JSON.stringify(name)) },
    { weight: 1, arbitrary: argument },
  ),
  args: fc.array(argument, { maxLength: 5 }),
});

it('any arguments of any method', async () => {
  const page = await stage.open({ init: '{accurateTrackBounce:1e6}' });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 8 }), async (calls) => {
      const code = calls.flatMap(({ target: id, method, args }) => {
        const list = [method, ...args].join(', ');
        const direct = `typeof yaCounter${COUNTER}[${method}] === 'function' && yaCounter${COUNTER}[${method}](${args.join(', ')})`;
        // Our own methods only: those of Object throw by right.
        return /^"(constructor|__proto__|toString)"$|Proxy|Symbol|toString|null|class|frozen/.test(method)
          ? [`ym(${id}, ${list})`]
          : [`ym(${id}, ${list})`, direct];
      });
      await page.evaluate(`(() => { ${code.join(';\n')} })()`);
      expect(faults()).toEqual([]);
    }),
    { numRuns: 300 },
  );
  await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'still-alive', done))`);
  await stage.recorder.wait(1, (hit) => isGoal(hit) && (hit.keys['page-url'] ?? '').endsWith('still-alive'));
});

it('any options of init', async () => {
  const page = await stage.open();
  const names = [
    'accurateTrackBounce',
    'clickmap',
    'defer',
    'ecommerce',
    'params',
    'userParams',
    'sendTitle',
    'trackHash',
    'trackLinks',
    'triggerEvent',
    'type',
    'ut',
    'url',
    'referrer',
    'nck',
    'title',
    'callback',
  ];
  let id = 10_000;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names), argument), { maxLength: 6 }),
      async (options) => {
        const list = options.map(([name, value]) => `${name}: ${value}`).join(', ');
        await page.evaluate(`ym(${++id}, 'init', { ${list} }); yaCounter${id}.reachGoal('x')`);
        expect(faults()).toEqual([]);
        await page.evaluate(`yaCounter${id}.destruct()`);
      },
    ),
    { numRuns: 200 },
  );
});
