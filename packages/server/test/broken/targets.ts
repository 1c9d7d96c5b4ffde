/**
 * Every pure function that sees what strangers send, in one visible list. Anyone who writes another adds its line, and
 * it is held against broken input. They take any text, and throw at none.
 */
import { fires } from '../../../contract/src/chat/rules.ts';
import { decodeHit } from '../../src/collect/decode/hit.ts';
import { decodeFormValue, decodePercent } from '../../src/collect/decode/percent.ts';
import { parseExact } from '../../src/collect/decode/exact-json.ts';
import { readLoosely } from '../../src/collect/decode/loose-params.ts';
import { readPrice } from '../../src/collect/decode/price/price.ts';
import { readSiteInfo } from '../../src/collect/decode/site-info.ts';
import { readVisitor } from '../../src/collect/decode/visitor.ts';
import { answerForm } from '../../src/collect/door/answer-form.ts';
import { createClientAddress } from '../../src/kit/limits/client-address.ts';
import { firstPartyCookies } from '../../src/collect/door/cookies.ts';
import { pageHost } from '../../src/collect/door/page-host.ts';
import { isPrivate } from '../../src/collect/door/private-address.ts';
import { readHead } from '../../src/collect/door/request-head.ts';
import { createRobots } from '../../src/collect/door/robots.ts';
import { isOfOneDay, saysVisitor, strangerNumber } from '../../src/collect/door/visitor.ts';
import { parsePath } from '../../src/collect/door/wire-path.ts';
import { hostOf, isAmong, normalHost } from '../../src/goals/index.ts';
import { parametersOf, pathOf } from '../../src/collect/sources/address.ts';
import { knownHost, knownName } from '../../src/collect/sources/known-hosts.ts';
import { openstatService } from '../../src/collect/sources/openstat.ts';
import { sourceOf } from '../../src/collect/sources/source-of.ts';
import { readAgent } from '../../src/collect/steps/device/agent.ts';
import { COUNTER, testConfig } from '../../src/collect/test-config.ts';
import { createUnreadable } from '../../src/collect/unreadable.ts';
import { addressForms, decodeAddress, exactPattern } from '../../src/goals/addresses/address.ts';
import { emailsOf, phoneOf } from '../../src/goals/links/contacts.ts';
import { automaticEntriesFor, compileGoals } from '../../src/goals/index.ts';
import { isPayment } from '../../src/goals/links/known-links.ts';
import { readCommerce } from '../../src/goals/commerce/read-commerce.ts';
import { readDone } from '../../src/goals/done/done.ts';
import { filledParameters, readLink } from '../../src/goals/links/link.ts';
import { compilePattern } from '../../src/goals/patterns/pattern.ts';
import { testGoal } from '../../src/goals/test-goal.ts';
import { readJsonBody } from '../../src/http/answers/json-body.ts';
import { hasNul } from '../../src/kit/json/json-nul.ts';
import { readDay } from '../../src/query/parse/dates.ts';
import { parseFilter } from '@goalpost/contract/reports/filters';
import { parseRequest } from '../../src/query/parse/request.ts';
import { COUNTER_TARGETS } from './counter-targets.ts';
import { MESSAGE_TARGETS } from './message-targets.ts';
import { MASKING_TARGETS } from './masking-targets.ts';

export interface Target {
  readonly name: string;
  /** Longer texts are refused before they come here. */
  readonly longest?: number;
  take(text: string): unknown;
}

const SHOP = ['shop.example'];
const isRobot = createRobots();
const clientAddress = createClientAddress(['10.0.0.0/8', '::1']);
const unreadable = createUnreadable({
  tally: { stored() {}, refused() {} },
  clock: { now: () => 0 },
});
const OPERATORS = ['exact', 'contain', 'start', 'regexp'] as const;
const matching = compileGoals(
  OPERATORS.map((type, index) =>
    testGoal({ id: index + 1, counterId: COUNTER, type: 'url', conditions: [{ type, url: '/a+b' }] }),
  ),
);
const elements = compileGoals([
  testGoal({ type: 'button', conditions: [] }),
  testGoal({ id: 2, type: 'button', conditions: [{ type: 'text', url: 'Buy now' }] }),
  testGoal({ id: 3, type: 'form', conditions: [{ type: 'page', url: '/a+b' }] }),
]);
const shop = compileGoals([
  testGoal({ type: 'e_purchase', conditions: [] }),
  testGoal({ id: 2, type: 'params', conditions: [{ type: 'contain', url: 'x', path: 'a.b' }] }),
]);
const FACTS = {
  secondsOnPage: 1,
  secondsOnSite: 1,
  pagesSeen: 1,
  phone: false,
  scrollPercent: 0,
  exitIntent: false,
  cartFilled: false,
  online: true,
  secondsSinceClosed: null,
  secondsSinceInvitation: null,
};

function hitOf(keys: Readonly<Record<string, string>>, body?: string): unknown {
  const q = new URLSearchParams(keys).toString();
  return decodeHit({
    k: 'h',
    c: COUNTER,
    t: 0,
    q,
    a: '',
    v: '1',
    ...(body === undefined ? {} : { b: body }),
  });
}

function matched(url: string): unknown {
  const fact = { kind: 'view', url } as const;
  for (const _ of matching.prepare(fact));
  return matching.match(fact, 0, {});
}

/** One line a function, or a way into it. */
export const TARGETS: readonly Target[] = [
  { name: 'decode: raw query', take: (q) => decodeHit({ k: 'h', c: COUNTER, t: 0, q, a: '', v: '1' }) },
  { name: 'decode: raw body', take: (body) => hitOf({}, body) },
  { name: 'decode: page-url', take: (url) => hitOf({ 'page-url': url }) },
  {
    name: 'decode: event',
    take: (text) => hitOf({ 'page-url': `goal://shop.example/${text}`, 'page-ref': text }),
  },
  { name: 'decode: browser-info', take: (info) => hitOf({ 'browser-info': info }) },
  { name: 'decode: site-info', take: readSiteInfo },
  ...MASKING_TARGETS,
  ...COUNTER_TARGETS,
  { name: 'decode: percent', take: decodePercent },
  { name: 'decode: form value', take: decodeFormValue },
  { name: 'decode: price', take: (text) => readPrice({ order_price: text, currency: text }) },
  {
    name: 'decode: loose params',
    take: (text) => [
      readLoosely(text, new Set(['order_price'])),
      readLoosely(`{${text}`, new Set(['order_price'])),
    ],
  },
  {
    name: 'decode: exact JSON',
    take: (text) => parseExact(JSON.stringify({ [text]: text, n: 0 }).replace(':0', ':12345678901234567')),
  },
  { name: 'decode: visitor', take: readVisitor },
  {
    name: 'decode: engagement',
    take: (text) => hitOf({ 'browser-info': `eng:1:at:${text}:sd:${text}`, 'page-ref': text }),
  },
  {
    name: 'goals: what was done',
    take: (text) => [readDone(`btn://shop.example/?${text}`).count('at'), readDone(`?t=${text}`).part('t')],
  },
  {
    name: 'goals: elements',
    take: (text) => {
      const done = { url: `btn://shop.example/?t=${text}&h=${text}`, page: text };
      return [
        elements.match({ kind: 'button', ...done }, 0, {}),
        elements.match({ kind: 'form', ...done }, 0, {}),
      ];
    },
  },
  { name: 'goals: commerce', take: readCommerce },
  {
    name: 'goals: commerce of a hit',
    take: (text) => {
      const commerce = JSON.stringify([
        { event: text, ecommerce: { purchase: { actionField: { id: text } } } },
      ]);
      return shop.match({ kind: 'params', commerce, params: text }, 0, {});
    },
  },
  {
    name: 'goals: params',
    take: (text) => shop.match({ kind: 'params', params: `{"a":{"b":${text}}}` }, 0, {}),
  },
  { name: 'sources: parameters', take: (page) => parametersOf(`?${page}`, new Set(['utm_source'])) },
  { name: 'sources: referrer', take: (referrer) => sourceOf('https://shop.example/', referrer, SHOP) },
  { name: 'sources: page', take: (page) => sourceOf(page, '', SHOP) },
  {
    name: 'sources: utm_source',
    take: (text) =>
      sourceOf(`https://shop.example/?utm_source=${encodeURIComponent(text.toWellFormed())}`, '', SHOP),
  },
  {
    name: 'sources: query',
    take: (query) => sourceOf(`https://shop.example/?${query}`, `https://a..b/?${query}`, SHOP),
  },
  { name: 'sources: known host', take: knownHost },
  { name: 'sources: known name', take: knownName },
  { name: 'sources: openstat', take: openstatService },
  { name: 'sources: path', take: pathOf },
  { name: 'hosts: of an address', take: hostOf },
  { name: 'hosts: normal', take: normalHost },
  { name: 'hosts: among', take: (host) => isAmong(host, [host.slice(1), 'shop.example']) },
  { name: 'device: agent', take: readAgent },
  { name: 'door: path', take: (path) => parsePath(`/watch/${path}`) },
  { name: 'door: answer form', take: (query) => answerForm(query, query) },
  {
    name: 'door: callback',
    take: (name) => answerForm(`wmode=5&callback=${encodeURIComponent(name.toWellFormed())}`, undefined),
  },
  {
    name: 'door: page host',
    take: (text) => pageHost({ query: text, body: text, origin: text, referer: text }),
  },
  { name: 'door: forwarded for', take: (text) => clientAddress('10.0.0.1', text) },
  { name: 'door: private address', take: isPrivate },
  {
    name: 'door: cookies',
    take: (text) =>
      firstPartyCookies(readHead({ cookie: `_ym_uid=1; ${text}`, host: text, origin: `https://${text}` })),
  },
  { name: 'door: robots', take: isRobot },
  { name: 'door: says a visitor', take: saysVisitor },
  { name: 'door: is of one day', take: isOfOneDay },
  {
    name: 'door: stranger',
    take: (text) => strangerNumber('secret', { counterId: COUNTER, address: text, agent: text, now: 0 }),
  },
  {
    name: 'door: unreadable',
    take: (text) => {
      unreadable.tell({ reason: 'malformed', start: text });
      unreadable.tell({ reason: 'malformed', start: `GET /watch/${text}` });
    },
  },
  { name: 'goals: matching an address', longest: 2_048, take: matched },
  { name: 'goals: address', take: addressForms },
  { name: 'goals: decoding', take: decodeAddress },
  { name: 'goals: exact pattern', take: exactPattern },
  { name: 'goals: expression', longest: 2_048, take: compilePattern },
  {
    name: 'goals: automatic entry',
    take: (identifier) => automaticEntriesFor({ kind: 'event', identifier }, testConfig()),
  },
  { name: 'goals: link', take: readLink },
  { name: 'goals: e-mails of a link', take: (text) => emailsOf(readLink(`mailto:${text}`)) },
  { name: 'goals: phone of a link', take: (text) => phoneOf(readLink(`tel:${text}`)) },
  { name: 'goals: parameters', take: filledParameters },
  { name: 'goals: payment system', take: (text) => isPayment(readLink(text)) },
  {
    name: 'goals: automatic entry of a page or a link',
    longest: 2_048,
    take: (url) =>
      (['view', 'link', 'download'] as const).map((kind) =>
        automaticEntriesFor({ kind, url, page: url, referrer: url }, { ...testConfig(), autogoals: true }),
      ),
  },
  { name: 'filters', take: parseFilter },
  {
    name: 'reports: parameters',
    take: (text) =>
      parseRequest(
        {
          ids: text,
          metrics: text,
          dimensions: text,
          filters: text,
          sort: text,
          date1: text,
          timezone: text,
          limit: text,
        },
        [],
      ),
  },
  { name: 'reports: day', take: readDay },
  { name: 'bodies: JSON', take: readJsonBody },
  { name: 'bodies: NUL in JSON', take: hasNul },
  {
    name: 'invitations: page conditions',
    take: (text) =>
      fires(
        {
          join: 'all',
          conditions: (['is', 'contains', 'starts', 'not_contains'] as const).map((op) => ({
            on: 'page_url' as const,
            op,
            value: text.slice(1),
          })),
        },
        { ...FACTS, url: text, referrer: text, language: text },
      ),
  },
  ...MESSAGE_TARGETS,
];
