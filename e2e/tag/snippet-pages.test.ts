/** [W77] The snippet on pages that break or forbid what it is made of, and on odd documents. */
import { expect, it } from 'vitest';
import { snippet } from '@goalpost/tag/snippet';
import { COUNTER, isView, setStage, UNASKED_MODULES } from './stage.ts';

// What a policy blocks, the browser says itself.
const stage = setStage(/TrustedScriptURL|TrustedTypePolicy|Content Security Policy/);

const throws = (place: string, name: string): string =>
  `Object.defineProperty(${place}, '${name}', { configurable: true, writable: true, value() { throw new Error('page') } });`;
const loader = (): string => snippet(COUNTER, `${stage.recorder.url}/metrika/tag.js`).loader;

/** What the page calls later is its own business; the snippet has said by then why nothing is counted. */
const SENTENCE = 'Goalpost: nothing is counted';

it.each([
  ['insertBefore throws', throws('Node.prototype', 'insertBefore')],
  ['no script is found by its name', 'document.getElementsByTagName = function () { return [] }'],
  ['getElementsByTagName throws', throws('document', 'getElementsByTagName')],
  ['the list of scripts is gone', `Object.defineProperty(document, 'scripts', { get() { return null } })`],
  ['policies throw', 'window.trustedTypes = { get createPolicy() { throw new Error() } }'],
  ['policies are nothing', 'window.trustedTypes = { createPolicy() {} }'],
])('[W77] where %s, the page is counted', async (_what, script) => {
  await stage.open({ head: `<script>${script}</script>` });
  await stage.recorder.wait(1, isView);
  expect(stage.console).toEqual([]);
});

it.each([
  ['createElement throws', throws('document', 'createElement')],
  ['createElement makes nothing', 'document.createElement = function () { return null }'],
  [
    'no node can be put in',
    `${throws('Node.prototype', 'insertBefore')}${throws('Node.prototype', 'appendChild')}`,
  ],
  ['the name is a constant', 'const ym = 5'],
  ['the name throws', `Object.defineProperty(window, 'ym', { get() { throw new Error('page') } })`],
  [
    'every object throws',
    `Object.defineProperty(Object.prototype, 'a', { set() { throw new Error('page') }, get() {} })`,
  ],
  [
    'the console throws as well',
    `console.warn = function () { throw new Error('page') }; document.createElement = 0`,
    '',
  ],
])('where %s, one sentence says why nothing is counted', async (_what, script, said = SENTENCE) => {
  await stage.open({ head: `<script>${script}</script>` });
  expect(stage.console.map((text) => text.slice(0, SENTENCE.length))).toEqual(said ? [said] : []);
});

it.each([
  ["require-trusted-types-for 'script'", true],
  ["require-trusted-types-for 'script'; trusted-types goalpost", true],
  ["require-trusted-types-for 'script'; trusted-types 'none'", false],
  ["require-trusted-types-for 'script'; trusted-types other", false],
])('under the policy %s', async (policy, isCounted) => {
  await stage.open({ headers: { 'content-security-policy': policy } });
  if (isCounted) await stage.recorder.wait(1, isView);
  expect(stage.console.filter((text) => text.startsWith(SENTENCE))).toHaveLength(isCounted ? 0 : 1);
});

it.each([
  [
    'without a doctype, whose body scrolls',
    '<html style="overflow:hidden;height:100%"><body style="overflow:auto;height:100%">',
  ],
  ['without a doctype', '<html><body>'],
  ['without a body', '<!doctype html><html>'],
  ['that is inert', '<!doctype html><html inert><body inert>'],
  ['below another base', '<!doctype html><base href="https://elsewhere.example/x/" target="_blank"><body>'],
])('[W39] a page view of a document %s arrives, whatever modules are there', async (_what, start) => {
  stage.recorder.carry(UNASKED_MODULES);
  const page = await stage.newPage();
  await page.goto(stage.recorder.page('/odd', `${start}${loader()}<p style="height:3000px">Text</p>`));
  await stage.recorder.wait(1, isView);
});
