/** Where visits came from, by attribution [M9], [V15]; of a page view, where its visit did. */
import { SYSTEM_NAMES, SYSTEM_WORDS } from '../../collect/index.ts';
import { defineAddress, defineDimension, type Dimension } from '../dimension.ts';
import type { KnownValues } from '../known-values.ts';
import { sourcePrefix } from '../parse/attribution.ts';
import type { ScopeId } from '../scopes/scope.ts';
import { EVERYWHERE } from '../scopes/scopes.ts';
import { fromTable, type Names } from '../shape/words.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const TRAFFIC_SOURCES: Names = {
  ad: { en: 'Ad traffic', ru: 'Переходы по рекламе' },
  organic: { en: 'Search engine traffic', ru: 'Переходы из поисковых систем' },
  social: { en: 'Social network traffic', ru: 'Переходы из социальных сетей' },
  messenger: { en: 'Messenger traffic', ru: 'Переходы из мессенджеров' },
  recommend: { en: 'Recommendation system traffic', ru: 'Переходы из рекомендательных систем' },
  email: { en: 'Mailing traffic', ru: 'Переходы с почтовых рассылок' },
  qrcode: { en: 'QR code traffic', ru: 'Переходы по QR-кодам' },
  referral: { en: 'Link traffic', ru: 'Переходы по ссылкам на сайтах' },
  internal: { en: 'Internal traffic', ru: 'Внутренние переходы' },
  direct: { en: 'Direct traffic', ru: 'Прямые заходы' },
  saved: { en: 'Cached page traffic', ru: 'Переходы с сохранённых страниц' },
  external: { en: 'External link traffic', ru: 'Внешние переходы' },
  undefined: { en: 'Not defined', ru: 'Не определено' },
};

/** With the numbers of the field's exports. `saved` and `external` are known there, and never collected here. */
const TRAFFIC_SOURCE_VALUES: KnownValues = {
  closed: true,
  names: {
    ad: ['3', 'Advertising traffic'],
    organic: ['2', 'Search traffic', 'Search engines'],
    social: ['8', 'Social networks'],
    messenger: ['10', 'Messengers'],
    recommend: ['9', 'Recommendation systems', 'Recommendation traffic'],
    email: ['7', 'Mailing', 'Переходы с почтовых рассылок'],
    qrcode: ['11', 'QR codes', 'Переходы по QR кодам'],
    referral: ['1', 'Referral traffic', 'Переходы по ссылкам на сайтах'],
    internal: ['-1'],
    direct: ['0', 'Direct'],
    saved: ['4', 'Saved pages', 'Переходы с сохраненных страниц'],
    external: ['6'],
    undefined: ['5', 'Undefined'],
  },
};

/** Other words by which the field and people know systems. */
const MORE_WORDS: KnownValues['names'] = {
  yandex: ['Яндекс', 'Яндекс: Поиск'],
  mailru: ['mail', 'Mail.ru', 'Поиск Mail.ru'],
  rambler: ['Рамблер'],
  vkontakte: ['VKontakte', 'ВКонтакте'],
  odnoklassniki: ['Одноклассники'],
  telegram: ['Телеграм', 'Telegram Messenger'],
  dzen: ['Дзен', 'Яндекс.Дзен'],
  yandex_direct: ['Яндекс.Директ', 'Яндекс Директ', 'Yandex.Direct', 'Яндекс: Директ'],
};

/** Open: a tag may name a system that is in no table. */
const systems = (...kinds: (keyof typeof SYSTEM_WORDS)[]): KnownValues => ({
  closed: false,
  names: Object.fromEntries(
    kinds
      .flatMap((kind) => Object.entries(SYSTEM_WORDS[kind]))
      .map(([id, words]) => [id, [...words, ...(MORE_WORDS[id] ?? [])]]),
  ),
});

/** Hosts of referring sites are in no table: they stand for themselves. */
const systemLabel: NonNullable<Dimension['label']> = (id) => ({ id, name: SYSTEM_NAMES.get(id) ?? id });

type Shown = Pick<Dimension, 'label' | 'known'>;

const fromColumn = (
  name: string,
  column: string,
  shown: Shown = {},
  scopes: readonly ScopeId[] = EVERYWHERE,
): Dimension =>
  defineDimension({
    id: `<attribution>${name}`,
    scopes,
    kind: 'text',
    sql: ({ args, visit }) => visit(`${sourcePrefix(args.attribution)}${column}`),
    ...shown,
  });

/** By what costs are known, too [M97]. */
const mark = (name: string): Dimension =>
  fromColumn(`UTM${name}`, `utm_${name.toLowerCase()}`, {}, [...EVERYWHERE, 'costs']);

/** The system or the site that a visit came from; a site stands as its host. */
const sourceEngine = defineAddress(
  'site',
  ({ args, visit }) => visit(`${sourcePrefix(args.attribution)}source_engine`),
  {
    id: '<attribution>SourceEngine',
    scopes: EVERYWHERE,
    label: systemLabel,
    known: systems('organic', 'social', 'messenger', 'recommend', 'ad', 'email'),
  },
);

/** The system that a visit came from, where it came from one of this kind; else no value. */
const engineOf = (
  name: string,
  trafficSource: keyof typeof SYSTEM_WORDS | 'referral' | 'qrcode',
): Dimension =>
  defineAddress(
    'site',
    ({ args, visit }) => {
      const prefix = sourcePrefix(args.attribution);
      const [source, engine] = [visit(`${prefix}traffic_source`), visit(`${prefix}source_engine`)];
      return `if(${source} = '${trafficSource}', ${engine}, '')`;
    },
    {
      id: `<attribution>${name}`,
      scopes: EVERYWHERE,
      label: systemLabel,
      known: trafficSource in SYSTEM_WORDS ? systems(trafficSource as keyof typeof SYSTEM_WORDS) : systems(),
    },
  );

export const trafficSourceDimensions: readonly Dimension[] = [
  fromColumn('TrafficSource', 'traffic_source', {
    label: fromTable(TRAFFIC_SOURCES),
    known: TRAFFIC_SOURCE_VALUES,
  }),
  sourceEngine,
  engineOf('SearchEngineRoot', 'organic'),
  engineOf('SearchEngine', 'organic'),
  engineOf('SocialNetwork', 'social'),
  engineOf('Messenger', 'messenger'),
  engineOf('RecommendationSystem', 'recommend'),
  engineOf('AdvEngine', 'ad'),
  engineOf('ReferalSource', 'referral'),
  fromColumn('SearchPhrase', 'search_phrase'),
  mark('Source'),
  mark('Medium'),
  mark('Campaign'),
  mark('Content'),
  mark('Term'),
  engineOf('QRCodeProvider', 'qrcode'),
  fromColumn('SocialNetworkProfile', 'profile'),
  fromColumn('From', 'from_tag'),
  // The semicolon by its number: a statement holds none.
  ...['Service', 'Campaign', 'Ad', 'Source'].map((name, at) =>
    defineDimension({
      id: `<attribution>Openstat${name}`,
      scopes: EVERYWHERE,
      kind: 'text',
      sql: ({ args, visit }) =>
        `splitByChar(char(59), ${visit(`${sourcePrefix(args.attribution)}openstat`)})[${at + 1}]`,
    }),
  ),
  defineDimension({
    id: '<attribution>HasGCLID',
    scopes: EVERYWHERE,
    kind: 'flag',
    sql: ({ args, visit }) => visit(`${sourcePrefix(args.attribution)}gclid`),
    label: yesOrNo,
    known: yesNoValues(),
  }),
];
