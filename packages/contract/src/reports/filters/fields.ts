/** What the filter of a screen can name, grouped as people look for it: one line adds a dimension. */
import type { DimensionId } from '../names/dimensions.ts';
import type { Text } from '../report.ts';

/** What a value is, as the server compares it. */
export type FieldKind = 'text' | 'number' | 'date' | 'flag' | 'item';

export interface FilterField {
  readonly id: DimensionId;
  /** How the API's name begins. */
  readonly prefix: 'ym:s:' | 'gp:s:' | 'ym:pv:' | 'ym:ep:' | 'ym:dl:';
  readonly kind: FieldKind;
  /** Its values have ids and names. */
  readonly named: boolean;
}

export interface FieldGroup {
  readonly id: string;
  readonly title: Text;
  readonly fields: readonly FilterField[];
}

const of =
  (prefix: FilterField['prefix'], kind: FieldKind, named: boolean) =>
  (...ids: readonly DimensionId[]): FilterField[] =>
    ids.map((id) => ({ id, prefix, kind, named }));

const text = of('ym:s:', 'text', false);
const named = of('ym:s:', 'text', true);
const flag = of('ym:s:', 'flag', true);
const number = of('ym:s:', 'number', false);
const namedNumber = of('ym:s:', 'number', true);
const date = of('ym:s:', 'date', false);
const viewed = of('ym:pv:', 'text', false);

export const FILTER_GROUPS: readonly FieldGroup[] = [
  {
    id: 'sources',
    title: { en: 'Sources', ru: 'Источники' },
    fields: [
      ...named(
        '<attribution>TrafficSource',
        '<attribution>SourceEngine',
        '<attribution>SearchEngineRoot',
        '<attribution>SocialNetwork',
        '<attribution>Messenger',
        '<attribution>RecommendationSystem',
        '<attribution>AdvEngine',
        '<attribution>ReferalSource',
      ),
      ...text(
        '<attribution>SearchPhrase',
        '<attribution>UTMSource',
        '<attribution>UTMMedium',
        '<attribution>UTMCampaign',
        '<attribution>UTMContent',
        '<attribution>UTMTerm',
        'referer',
        'refererDomain',
      ),
    ],
  },
  {
    id: 'pages',
    title: { en: 'Pages', ru: 'Страницы' },
    fields: [
      ...viewed('URLPath', 'URL', 'URLDomain', 'title'),
      ...text('startURLPath', 'startURL', 'startURLDomain', 'endURLPath', 'endURL'),
      ...of('ym:ep:', 'text', false)('eventURLPath'),
      ...of('ym:dl:', 'text', false)('downloadURL'),
    ],
  },
  {
    id: 'conversions',
    title: { en: 'Conversions', ru: 'Конверсии' },
    fields: [
      ...of('ym:s:', 'item', true)('goal'),
      ...flag('isGoalReached'),
      ...of('gp:s:', 'text', true)('goalPage'),
      ...of('gp:s:', 'number', false)('goalSecondsTo', 'goalVisitsTo', 'goalDaysTo'),
    ],
  },
  {
    id: 'chat',
    title: { en: 'Chat', ru: 'Чат' },
    fields: [
      ...of('gp:s:', 'flag', true)('hasConversation'),
      ...of('gp:s:', 'text', true)(
        'conversationStart',
        'firstAnswerInterval',
        'conversationOperator',
        'invitationRule',
      ),
      ...of('gp:s:', 'number', false)('conversationRating', 'invitationVariant'),
    ],
  },
  {
    id: 'commerce',
    title: { en: 'Orders and products', ru: 'Заказы и товары' },
    fields: [
      ...flag('purchaseExistsVisit'),
      ...number('purchaseRevenueVisit', 'purchaseRevenue'),
      ...text(
        'purchaseID',
        'purchaseCoupon',
        'productName',
        'productNameCart',
        'PProductName',
        'productID',
        'productBrand',
        'productCategoryLevel1',
        'productCategoryLevel2',
        'productVariant',
        'productList',
      ),
      ...number('productPrice', 'productSum'),
      ...text('EPromotionName'),
    ],
  },
  {
    id: 'params',
    title: { en: 'Params', ru: 'Параметры' },
    fields: [
      ...text('paramsLevel1', 'paramsLevel2', 'paramsLevel3', 'paramsLevel4'),
      ...text('userParamsLevel1', 'userParamsLevel2', 'userParamsLevel3'),
      ...of('ym:ep:', 'text', false)('eventParamsLevel1', 'eventParamsLevel2', 'eventParamsLevel3'),
      ...viewed('URLParamName', 'URLParamNameAndValue'),
    ],
  },
  {
    id: 'audience',
    title: { en: 'Audience', ru: 'Аудитория' },
    fields: [
      ...named('regionCountry', 'regionContinent'),
      ...text('regionArea', 'regionCity', 'browserLanguage'),
      ...flag('isNewUser'),
      ...number('userVisits', 'daysSinceFirstVisit'),
      ...text('userClientUserId', 'clientID'),
    ],
  },
  {
    id: 'visit',
    title: { en: 'Visit', ru: 'Визит' },
    fields: [
      ...number('pageViews', 'visitDuration'),
      ...flag('bounce'),
      ...date('date'),
      ...namedNumber('dayOfWeek', 'hour'),
      ...flag('isRobot'),
    ],
  },
  {
    id: 'technology',
    title: { en: 'Technology', ru: 'Технологии' },
    fields: [
      ...named('deviceCategory', 'browser', 'operatingSystemRoot'),
      ...text(
        'browserAndVersionMajor',
        'browserAndVersion',
        'operatingSystem',
        'mobilePhone',
        'mobilePhoneModel',
        'screenResolution',
      ),
      ...number('screenWidth', 'screenHeight'),
    ],
  },
];

export const FILTER_FIELDS: readonly FilterField[] = FILTER_GROUPS.flatMap(({ fields }) => fields);
