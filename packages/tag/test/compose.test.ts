/** [W34] What the server makes of the build's parts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAst } from 'vite';
import { CONSENT_MODULE_NAMES, TAG_MODULE_NAMES, type TagModule } from '@goalpost/contract/tag-modules';
import { buildTag } from '../build.ts';
import {
  composeModules,
  composeTag,
  STARTS_FOR_ALL,
  STATIC_MODULES,
  withNeeds,
  type TagParts,
} from '../src/compose.ts';

let parts: TagParts;
beforeAll(async () => {
  ({ parts } = await buildTag());
});

/** A text that only the module has. One without is found by all that it is. */
const MARKS: Readonly<Partial<Record<TagModule, string>>> = {
  consent: ';path=/;max-age=0',
  consent_tcf: '__tcfapi',
  consent_google: '.region',
  consent_cookiebot: 'CookiebotOnAccept',
  consent_onetrust: 'C0002',
  consent_cookieyes: 'getCkyConsent',
  consent_usercentrics: 'UC_UI_CMP_EVENT',
  consent_complianz: 'cmplz_has_consent',
  consent_osano: 'osano-cm-consent-saved',
  consent_dnt: 'doNotTrack',
  consent_gpc: 'globalPrivacyControl',
  links: 'ym-external-link',
  elements: 'previousElementSibling',
  forms: 'formNoValidate',
  buttons: '[role=button]',
  contacts: 'autocomplete',
  commerce: 'transaction_id',
  engagement: 'scrollHeight',
  routes: 'pushState',
  hashes: 'SHA-256',
  chat: '/chat/widget.js',
  chats: '/tag/chats.js',
  tools: '/tag-tools.js',
  prices: 'DOMContentLoaded',
};

const found = (script: string): TagModule[] =>
  TAG_MODULE_NAMES.filter((name) => script.includes(MARKS[name] ?? parts.modules[name]));

describe('a composed script', () => {
  it('holds what it was asked for and no other module, for every combination of switches, consent with each', () => {
    const others = TAG_MODULE_NAMES.filter((name) => !CONSENT_MODULE_NAMES.includes(name));
    for (let mask = 0; mask < 2 ** others.length; mask += 1) {
      const consent = CONSENT_MODULE_NAMES[mask % (CONSENT_MODULE_NAMES.length + 1)];
      const chosen = others.filter((_name, at) => mask & (2 ** at));
      const wanted = withNeeds([...chosen, ...(consent === undefined ? [] : [consent])]);
      expect(found(composeTag(parts, wanted))).toEqual(wanted);
      const late = wanted.includes('consent') ? wanted : withNeeds([...wanted, 'consent_free']);
      expect(found(composeModules(parts, wanted))).toEqual(late);
    }
  });

  it.each([
    ['the core alone', []],
    ['each alone', null],
    ['what stands without a number', STATIC_MODULES],
    ['everything', TAG_MODULE_NAMES],
  ])('is a script that parses: %s', (_name, modules) => {
    for (const wanted of modules === null ? TAG_MODULE_NAMES.map((name) => [name]) : [modules]) {
      expect(() => parseAst(composeTag(parts, wanted), { sourceType: 'script' })).not.toThrow();
      expect(() => parseAst(composeModules(parts, wanted))).not.toThrow();
    }
  });

  it('[W35] starts what it has of other counters for none that its address does not name', () => {
    const guard = /\|\|\w+>\w+\)continue/;
    expect(composeTag(parts, TAG_MODULE_NAMES)).toMatch(guard);
    for (const script of [composeTag(parts, []), composeTag(parts, STATIC_MODULES, [], false)])
      expect(script).not.toMatch(/GOALPOST_FOREIGN|\|\|\w+>\w+\)continue/);
    for (const name of TAG_MODULE_NAMES)
      expect(parts.keys[name] > 'o', name).toBe(!STARTS_FOR_ALL.includes(name));
    expect(new Set(Object.values(parts.keys)).size).toBe(TAG_MODULE_NAMES.length);
  });

  it('[G85] reads prices at the places that it is composed for, whatever they hold', () => {
    const places = ['@data-price', `#a [b="$&'c"]`, 'b\u2028'];
    for (const script of [composeTag(parts, ['prices'], places), composeModules(parts, ['prices'], places)])
      expect(script).toContain(JSON.stringify(places));
  });

  it('names its build, by which the server knows the modules that fit', () => {
    expect(composeTag(parts, [])).toContain(`&modules=${parts.build}`);
    expect(composeTag(parts, TAG_MODULE_NAMES)).not.toMatch(/GOALPOST_BUILD|GOALPOST_PLACES|"@\w/);
  });
});
