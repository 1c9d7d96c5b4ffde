/** Where a page view came from [V14]: pure, of its address, its referrer and the counter's own hosts. */
import { cutText } from '../decode/text.ts';
import { hostOf } from '../../goals/index.ts';
import { NO_MARKS, type Source, type TrafficSource } from '../ports.ts';
import { AD_SYSTEMS, RESULT_IDS } from './ad-systems.ts';
import { parametersOf, type Parameters } from './address.ts';
import { knownHost, knownName, type KnownSystem } from './known-hosts.ts';
import { MEDIUMS } from './mediums.ts';
import { openstatService, openstatText } from './openstat.ts';

export interface FoundSource extends Source {
  /** It begins a visit whatever went before [V3]. */
  readonly isAdClick: boolean;
}

const MAX_LENGTH = 255;

const plain = (trafficSource: TrafficSource, sourceEngine = ''): FoundSource => ({
  trafficSource,
  sourceEngine,
  searchPhrase: '',
  utmSource: '',
  utmMedium: '',
  utmCampaign: '',
  utmContent: '',
  utmTerm: '',
  ...NO_MARKS,
  isAdClick: false,
});

const DIRECT = Object.freeze(plain('direct'));
const INTERNAL = Object.freeze(plain('internal'));

/** @param ownHosts lower-case, without `www.`; their subdomains are the counter's own, too */
export function sourceOf(pageUrl: string, referrer: string, ownHosts: readonly string[]): FoundSource {
  const parameters = parametersOf(pageUrl, KNOWN_TAGS);
  const origin = parameters.get('utm_referrer') || referrer;
  const host = hostOf(origin);
  const own = host !== '' && isOwn(host, hostOf(pageUrl), ownHosts);
  if (parameters.size === 0 && (own || host === '')) return own ? INTERNAL : DIRECT;

  const byHost = own ? undefined : knownHost(host);
  const [trafficSource, sourceEngine] =
    advertisement(parameters) ??
    saidByTags(parameters, byHost) ??
    saidByHost(byHost) ??
    saidByResultId(parameters, host) ??
    unknown(parameters, host, own);
  const tag = (name: string) => markOf(parameters.get(name) ?? '');
  return {
    trafficSource,
    sourceEngine: cutText(sourceEngine, MAX_LENGTH),
    searchPhrase: trafficSource === 'organic' ? phraseOf(origin, byHost) : '',
    utmSource: tag('utm_source'),
    utmMedium: tag('utm_medium'),
    utmCampaign: tag('utm_campaign'),
    utmContent: tag('utm_content'),
    utmTerm: tag('utm_term'),
    from: tag('from'),
    openstat: cutText(openstatText(parameters.get('_openstat') ?? ''), MAX_LENGTH),
    profile: trafficSource === 'social' ? profileOf(origin, byHost) : '',
    gclid: Boolean(parameters.get('gclid')),
    isAdClick: trafficSource === 'ad',
  };
}

/** A mark of an address as it is kept, such as the value of `utm_source`. */
export const markOf = (value: string): string => cutText(value.trim(), MAX_LENGTH);

type Verdict = readonly [trafficSource: TrafficSource, engine: string];

function isOwn(host: string, pageHost: string, ownHosts: readonly string[]): boolean {
  if (host === pageHost) return true;
  return ownHosts.some((own) => host === own || (host.endsWith(own) && host.at(-own.length - 1) === '.'));
}

const CLICK_IDS = AD_SYSTEMS.flatMap(({ id, clickIds }) => clickIds.map((name) => [name, id] as const));
const PAID_SOURCES: ReadonlyMap<string, string> = new Map(
  AD_SYSTEMS.flatMap(({ id, utmSources }) => utmSources.map((name) => [name, id] as const)),
);

/** Every parameter of a page's address that says where it was come to from. */
const KNOWN_TAGS: ReadonlySet<string> = new Set([
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_content',
  'utm_term',
  'utm_referrer',
  '_openstat',
  'from',
  'gclid',
  ...CLICK_IDS.map(([name]) => name),
  ...RESULT_IDS.map(({ parameter }) => parameter),
]);

const lower = (parameters: Parameters, name: string): string =>
  cutText(parameters.get(name)?.trim() ?? '', MAX_LENGTH).toLowerCase();

function advertisement(parameters: Parameters): Verdict | undefined {
  if (parameters.size === 0) return undefined;
  for (const [name, system] of CLICK_IDS) {
    if (parameters.get(name)) return ['ad', system];
  }
  if (mediumOf(parameters) === 'ad') {
    const source = lower(parameters, 'utm_source');
    return ['ad', PAID_SOURCES.get(source) ?? source];
  }
  const service = openstatService(parameters.get('_openstat') ?? '');
  return service === '' ? undefined : ['ad', PAID_SOURCES.get(service) ?? service];
}

const EXACT_MEDIUMS = new Map(MEDIUMS.filter(([medium]) => !medium.endsWith('*')));
const MEDIUM_BEGINNINGS = MEDIUMS.filter(([medium]) => medium.endsWith('*')).map(
  ([medium, trafficSource]) => [medium.slice(0, -1), trafficSource] as const,
);

function mediumOf(parameters: Parameters): TrafficSource | undefined {
  const medium = lower(parameters, 'utm_medium');
  if (medium === '') return undefined;
  return (
    EXACT_MEDIUMS.get(medium) ?? MEDIUM_BEGINNINGS.find(([beginning]) => medium.startsWith(beginning))?.[1]
  );
}

function saidByTags(parameters: Parameters, byHost: KnownSystem | undefined): Verdict | undefined {
  if (parameters.get('yqrid')) return ['qrcode', 'yandex'];
  const medium = mediumOf(parameters);
  const source = lower(parameters, 'utm_source');
  const named = source === '' ? undefined : knownName(source);
  if (medium !== undefined) {
    const hosted = byHost?.trafficSource === medium ? byHost.id : '';
    return [medium, named?.id ?? (source || hosted)];
  }
  return named && [named.trafficSource, named.id];
}

function saidByHost(byHost: KnownSystem | undefined): Verdict | undefined {
  return byHost && [byHost.trafficSource, byHost.id];
}

/** A mark that a search engine or a network leaves tells more than a missing referrer, and no more. */
function saidByResultId(parameters: Parameters, host: string): Verdict | undefined {
  if (host !== '') return undefined;
  const found = RESULT_IDS.find(({ parameter }) => parameters.get(parameter));
  return found && [found.trafficSource, found.engine];
}

function unknown(parameters: Parameters, host: string, own: boolean): Verdict {
  if (own) return ['internal', ''];
  const source = lower(parameters, 'utm_source');
  if (source !== '') return ['referral', source];
  return host === '' ? ['direct', ''] : ['referral', host];
}

function phraseOf(origin: string, byHost: KnownSystem | undefined): string {
  if (byHost === undefined || byHost.phrases.length === 0) return '';
  const parameters = parametersOf(origin, new Set(byHost.phrases));
  const name = byHost.phrases.find((phrase) => parameters.get(phrase));
  return name === undefined ? '' : cutText(parameters.get(name)?.trim() ?? '', MAX_LENGTH);
}

/** Where the network is the one that the referrer is a page of: its host and the first part of its path. */
function profileOf(origin: string, byHost: KnownSystem | undefined): string {
  if (byHost?.trafficSource !== 'social') return '';
  const [, host = '', name = ''] =
    /^https?:\/\/(?:www\.)?([^/?#]{1,200})\/([^/?#]{1,200})/i.exec(origin) ?? [];
  return name === '' ? '' : cutText(`${host.toLowerCase()}/${name}`, MAX_LENGTH);
}
