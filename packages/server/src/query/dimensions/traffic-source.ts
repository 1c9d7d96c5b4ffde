/** Where visits came from, by attribution [M9], [V15]. */
import { SYSTEM_NAMES } from '../../collect/index.ts';
import { defineDimension, type Dimension } from '../dimension.ts';
import { sourcePrefix } from '../parse/attribution.ts';
import { fromTable, type Names } from '../shape/words.ts';

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
  undefined: { en: 'Not defined', ru: 'Не определено' },
};

/** Hosts of referring sites are in no table: they stand for themselves. */
const systemLabel: NonNullable<Dimension['label']> = (id) => ({ id, name: SYSTEM_NAMES.get(id) ?? id });

const fromColumn = (name: string, column: string, label?: Dimension['label']): Dimension =>
  defineDimension({
    id: `<attribution>${name}`,
    kind: 'text',
    sql: ({ args }) => `${sourcePrefix(args.attribution)}${column}`,
    ...(label === undefined ? {} : { label }),
  });

/** The system that a visit came from, where it came from one of this kind; else no value. */
const engineOf = (name: string, trafficSource: string): Dimension =>
  defineDimension({
    id: `<attribution>${name}`,
    kind: 'text',
    sql: ({ args }) => {
      const prefix = sourcePrefix(args.attribution);
      return `if(${prefix}traffic_source = '${trafficSource}', ${prefix}source_engine, '')`;
    },
    label: systemLabel,
  });

export const trafficSourceDimensions: readonly Dimension[] = [
  fromColumn('TrafficSource', 'traffic_source', fromTable(TRAFFIC_SOURCES)),
  fromColumn('SourceEngine', 'source_engine', systemLabel),
  engineOf('SearchEngineRoot', 'organic'),
  engineOf('SearchEngine', 'organic'),
  engineOf('SocialNetwork', 'social'),
  engineOf('Messenger', 'messenger'),
  engineOf('RecommendationSystem', 'recommend'),
  engineOf('AdvEngine', 'ad'),
  engineOf('ReferalSource', 'referral'),
  fromColumn('SearchPhrase', 'search_phrase'),
  fromColumn('UTMSource', 'utm_source'),
  fromColumn('UTMMedium', 'utm_medium'),
  fromColumn('UTMCampaign', 'utm_campaign'),
  fromColumn('UTMContent', 'utm_content'),
  fromColumn('UTMTerm', 'utm_term'),
];
