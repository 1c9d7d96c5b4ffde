/** The build's short names and its order: the script does what it did under long ones. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { parseAst } from 'vite';
import { namelessTag } from '../build.ts';
import { inOneLine, letters, lettersFor, type Nameless, withNames, withoutNames } from '../names.ts';
import { isInOrder, orderFor } from '../order.ts';
import { isOurs, mayMeet, ownTypes } from '../own-types.ts';
import { variablesOf } from '../scopes.ts';
import type { Node } from '../split.ts';

/** Which variable stands at each place, in the order of the text: names are all that may differ. */
const meaningOf = (script: string): number[] => {
  const { at } = variablesOf(parseAst(script) as unknown as Node);
  return [...at].toSorted(([a], [b]) => a - b).map(([, variable]) => variable);
};

const written = ({ parts }: Nameless): number[] => [...parts.keys()];
const wanted = fc.array(fc.constantFrom(...letters.slice(0, 9)), { minLength: 1, maxLength: 40 });

/** The script with names that fc wants where they may be had. */
function renamed(nameless: Nameless, want: readonly string[]): string {
  const file: Record<string, string> = {};
  for (const [at, { key }] of nameless.names.entries()) {
    const letter = want[at % want.length]!;
    file[letter] = `${file[letter] ?? ''} ${key}`.trim();
  }
  return withNames(
    inOneLine(nameless, written(nameless)),
    lettersFor(nameless.names, { letters: file, order: '' }),
  );
}

/** What shadows, and what must not. */
const SCRIPTS = [
  'e=>{let t=1;return()=>t+e}',
  '(e,t)=>{let n=e;{let e=t;n+=e}return n+e}',
  '(e,{a:t,b:{c:n=e},...r},[o],...i)=>[t,n,r,o,i]',
  '(e,unused)=>{let t=2;return e+t}',
  'e=>{try{e()}catch(t){let n=t;return n}}',
  'e=>{try{e()}catch{let n=e;return n}}',
  'e=>{for(let t=0,n=e.length;t<n;t++){let r=e[t];r(t)}for(let t in e)e[t]()}',
  'e=>{if(e){var t=e}return t}',
  'function(e){return function n(t){return t?n(e):t}}',
  'function(e){return r(e);function r(t){return t+e}}',
  'e=>({e,t:e,[e]:1,n(t){return{t}},get r(){return e}})',
  '(e,t=e,n=()=>t)=>{let{e:r,t:o=e}=n();return({r,o})}',
  'async e=>{let{status:t}=await e;return t??window.location}',
];

it.each(SCRIPTS)('of %s', (script) => {
  const whole = `!function(){var guard=e=>e,run=${script};guard(run)}()`;
  const nameless = withoutNames(whole, []);
  const long = withNames(
    inOneLine(nameless, written(nameless)),
    nameless.names.map(({ key }) => key.replaceAll(/[^\w$]/g, '_')),
  );
  expect(meaningOf(long)).toEqual(meaningOf(whole));
  fc.assert(
    fc.property(wanted, (want) => {
      expect(meaningOf(renamed(nameless, want))).toEqual(meaningOf(whole));
    }),
    { numRuns: 30 },
  );
});

let tag: Nameless;
beforeAll(async () => {
  tag = await namelessTag();
});

it('of the tag: each name means what it meant, and no long one is left', () => {
  const first = meaningOf(renamed(tag, ['a']));
  fc.assert(
    fc.property(wanted, (want) => {
      const script = renamed(tag, want);
      expect(meaningOf(script)).toEqual(first);
      const left = script.match(/[.{,]_[a-z]\w*/g)?.map((text) => text.slice(1)) ?? [];
      // The browser's storage and the page have these.
      expect(new Set(left)).toEqual(new Set(['_gp_pick', '_metrika', '_ym_uid']));
    }),
    { numRuns: 20 },
  );
});

it('leaves names alone that are no properties of ours', () => {
  expect(['_held', '_formSent'].every(isOurs)).toBe(true);
  expect(['_metrika', '_ym_uid', '_gp_pick', '__proto__', '_', 'held', '_1'].some(isOurs)).toBe(false);
});

it('gives properties of one object different letters', () => {
  const types = ownTypes([new URL('../src/shared/model.ts', import.meta.url).pathname]);
  expect(mayMeet(types, '_held', '_listed')).toBe(true);
  expect(mayMeet(types, '_held', '_owns')).toBe(false);
  // What is in no list may be on any object.
  expect(mayMeet(types, '_held', '_new')).toBe(true);
  const names = tag.names.filter(({ key }) => types.some((type) => type.has(key)));
  const found = lettersFor(tag.names, { letters: {}, order: '' });
  const letterOf = (key: string): string => found[tag.names.findIndex((one) => one.key === key)]!;
  for (const { key: a } of names)
    for (const { key: b } of names)
      if (a < b && mayMeet(types, a, b)) expect(letterOf(a)).not.toBe(letterOf(b));
});

it.each([
  // What runs at once comes behind all that it may call, and guards behind the guard.
  ['var guard=e=>e,a=()=>b(),b=()=>1,c=a()', ['guard a b c', 'b guard a c', 'b a c guard'], ['a c b guard']],
  ['var guard=e=>e,a=guard(()=>1),b=()=>a()', ['guard a b', 'b guard a'], ['a guard b', 'b a guard']],
  ['var guard=e=>e,a=one(),b=two()', ['guard a b', 'a b guard'], ['guard b a']],
  [
    'var guard=e=>e,a={b(){c()}},c=()=>1,d={e:a}',
    ['guard c a d', 'a c guard d'],
    ['guard a d c', 'd a c guard'],
  ],
])('declares in any order that works: %s', (declared, good, bad) => {
  const { parts } = withoutNames(`!function(){${declared};guard(1)}()`, []);
  const order = (keys: string): number[] =>
    keys.split(' ').map((key) => parts.findIndex((part) => part.key === key));
  for (const keys of good) expect([keys, isInOrder(parts, order(keys))]).toEqual([keys, true]);
  for (const keys of bad) {
    expect([keys, isInOrder(parts, order(keys))]).toEqual([keys, false]);
    expect(orderFor(parts, keys)).toEqual([...parts.keys()]);
  }
  // What the file does not know stands where it was written.
  expect(orderFor(parts, 'gone guard')).toEqual([...parts.keys()]);
});
