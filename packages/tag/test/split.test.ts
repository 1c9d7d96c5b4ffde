/** [W35] Names of the core that a module uses. A script of modules alone has only those that the core hands on. */
import { expect, it } from 'vitest';
import { namesFromOutside } from '../split.ts';

it.each([
  ['(e){t(e)}', ['t']],
  [':e=>t(e)', ['t']],
  // A name of the core, although another function has one of its own that is called so.
  ['(e){let n=(t,r)=>t.r(r);return t(()=>n(e))}', ['t']],
  ['(e){let n=e=>{let t=1;return t};return n(t)}', ['t']],
  ['(e){for(let t=e.length;t--;)e(t);t()}', ['t']],
  ['(e){try{e()}catch(t){}t()}', ['t']],
  ['(e){let{a:t,b:{c:n=r}}=e;return t+n}', ['r']],
  ['({a:t,...n},[r]){return{t,n,r,o}}', ['o']],
  ['(e){for(const t in e)t();function n(){}return n(a=>a(t))}', ['t']],
  ['(e){return{t:1,n(){},[r]:e.o}}', ['r']],
  ['(e){return{t:e.t,n:()=>e.n}}', []],
  ['(e){let t=1,n=()=>t;return window.x?n:t}', []],
  ['(e){let n=(...t)=>t;async function r(t){await t}return[n,r]}', []],
])('of %s', (module, names) => {
  expect(namesFromOutside(module)).toEqual(names);
});
