/** Dimensions in a table: name and help in English and Russian, one line each. */
import { MOMENT_WORDS } from './moments.ts';
import { PAGE_PART_WORDS } from './pages.ts';

type Row = readonly [en: string, ru: string, enHelp: string, ruHelp: string];

const ROWS = {
  screenResolution: [
    'Screen resolution',
    'Разрешение экрана',
    'The width and height of the screen.',
    'Ширина и высота экрана.',
  ],
  screenFormat: [
    'Screen format',
    'Формат экрана',
    "The ratio of the screen's width to its height.",
    'Отношение ширины экрана к высоте.',
  ],
  screenOrientation: [
    'Screen orientation',
    'Ориентация экрана',
    'Whether the screen was wider than high.',
    'Что больше, ширина экрана или высота.',
  ],
  screenColors: [
    'Screen colours',
    'Глубина цвета',
    'How many bits a pixel of the screen has.',
    'Сколько бит на точку экрана.',
  ],
  physicalScreenWidth: [
    'Physical screen width',
    'Физическая ширина экрана',
    'The width of the screen in pixels of the device.',
    'Ширина экрана в точках устройства.',
  ],
  physicalScreenHeight: [
    'Physical screen height',
    'Физическая высота экрана',
    'The height of the screen in pixels of the device.',
    'Высота экрана в точках устройства.',
  ],
  physicalScreenResolution: [
    'Physical screen resolution',
    'Физическое разрешение',
    'The size of the screen in pixels of the device.',
    'Размер экрана в точках устройства.',
  ],
  windowClientWidth: [
    'Window width',
    'Ширина окна',
    'The width of the page within the window.',
    'Ширина страницы в окне браузера.',
  ],
  windowClientHeight: [
    'Window height',
    'Высота окна',
    'The height of the page within the window.',
    'Высота страницы в окне браузера.',
  ],
  windowClientArea: [
    'Window size',
    'Размер окна',
    'The width and height of the page within the window.',
    'Ширина и высота страницы в окне браузера.',
  ],
  clientTimeZone: [
    "Visitor's time zone",
    'Часовой пояс посетителя',
    "Minutes that the visitor's clock is ahead of UTC.",
    'На сколько минут часы посетителя впереди UTC.',
  ],
  cookieEnabled: [
    'Cookies',
    'Cookies',
    'Whether the browser takes cookies of the site.',
    'Принимает ли браузер cookies сайта.',
  ],
  javascriptEnabled: [
    'JavaScript',
    'JavaScript',
    'Whether the browser runs scripts.',
    'Выполняет ли браузер скрипты.',
  ],
  thirdPartyCookieEnabled: [
    'Third-party cookies',
    'Сторонние cookies',
    'Whether the browser takes cookies of other sites.',
    'Принимает ли браузер cookies других сайтов.',
  ],
  regionArea: [
    'Region',
    'Область',
    'The region that the visit came from.',
    'Область, из которой пришёл визит.',
  ],
  regionCity: ['City', 'Город', 'The city that the visit came from.', 'Город, из которого пришёл визит.'],
  regionContinent: [
    'Continent',
    'Континент',
    'The continent that the visit came from.',
    'Континент, с которого пришёл визит.',
  ],
  browserCountry: [
    'Browser country',
    'Страна браузера',
    "The country in the browser's language setting.",
    'Страна в настройках языка браузера.',
  ],
  browserEngine: [
    'Browser engine',
    'Движок браузера',
    'The engine that the browser draws pages with.',
    'Движок, которым браузер рисует страницы.',
  ],
  browserEngineVersion1: [
    'Browser engine, version 1',
    'Движок браузера, версия 1',
    'The engine with the first number of its version.',
    'Движок с первым числом его версии.',
  ],
  browserEngineVersion2: [
    'Browser engine, version 2',
    'Движок браузера, версия 2',
    'The engine with two numbers of its version.',
    'Движок с двумя числами его версии.',
  ],
  browserEngineVersion3: [
    'Browser engine, version 3',
    'Движок браузера, версия 3',
    'The engine with three numbers of its version.',
    'Движок с тремя числами его версии.',
  ],
  browserEngineVersion4: [
    'Browser engine, version 4',
    'Движок браузера, версия 4',
    'The engine with four numbers of its version.',
    'Движок с четырьмя числами его версии.',
  ],
  mobilePhone: [
    'Device maker',
    'Производитель устройства',
    'Who made the phone or tablet.',
    'Кто сделал телефон или планшет.',
  ],
  mobilePhoneModel: [
    'Device model',
    'Модель устройства',
    'The model of the phone or tablet.',
    'Модель телефона или планшета.',
  ],
  topLevelDomain: [
    'Top-level domain',
    'Домен верхнего уровня',
    "The last part of the entry page's domain.",
    'Последняя часть домена страницы входа.',
  ],
  isTurboPage: [
    'Turbo page',
    'Турбо-страница',
    'Whether the page was shown as a Turbo page.',
    'Была ли страница показана как турбо-страница.',
  ],
  downloadURL: [
    'Downloaded file',
    'Скачанный файл',
    'The address of the file that was downloaded.',
    'Адрес файла, который скачали.',
  ],
  pageURL: [
    'Page of the download',
    'Страница скачивания',
    'The address of the page with the link to the file.',
    'Адрес страницы со ссылкой на файл.',
  ],
  pageViewsInterval: [
    'Pages in the visit, classes',
    'Глубина визита, группы',
    'How many pages the visit has, in classes.',
    'Сколько страниц в визите, по группам.',
  ],
  visitDurationInterval: [
    'Length of the visit, classes',
    'Время визита, группы',
    'How many seconds the visit lasted, in classes.',
    'Сколько секунд длился визит, по группам.',
  ],
  originalBounce: [
    'Bounce as counted',
    'Отказ, как посчитан',
    'Whether the visit was a bounce when it was counted.',
    'Был ли визит отказом, когда его посчитали.',
  ],
  originalPageViews: [
    'Pages as counted',
    'Просмотры, как посчитаны',
    'How many pages the visit had when it was counted.',
    'Сколько страниц было в визите при подсчёте.',
  ],
  originalVisitDuration: [
    'Length as counted',
    'Время, как посчитано',
    'How many seconds the visit had when it was counted.',
    'Сколько секунд длился визит при подсчёте.',
  ],
  originalVisitDurationInterval: [
    'Length as counted, classes',
    'Время, как посчитано, группы',
    'How long the visit was when it was counted, in classes.',
    'Время визита при подсчёте, по группам.',
  ],
  userVisitsInterval: [
    'Number of the visit, classes',
    'Номер визита, группы',
    'Which visit of this visitor it was, in classes.',
    'Какой это визит посетителя, по группам.',
  ],
  daysSinceFirstVisit: [
    'Days since the first visit',
    'Дней с первого визита',
    "Whole days since the visitor's first visit.",
    'Полных дней с первого визита посетителя.',
  ],
  daysSinceFirstVisitInterval: [
    'Days since the first visit, classes',
    'Дней с первого визита, группы',
    "Days since the visitor's first visit, in classes.",
    'Дней с первого визита посетителя, по группам.',
  ],
  daysSincePreviousVisit: [
    'Days since the previous visit',
    'Дней с прошлого визита',
    'Whole days since the visit before.',
    'Полных дней с предыдущего визита.',
  ],
  daysSincePreviousVisitInterval: [
    'Days since the previous visit, classes',
    'Дней с прошлого визита, группы',
    'Days since the visit before, in classes.',
    'Дней с предыдущего визита, по группам.',
  ],
  dateTime: ['Date and time', 'Дата и время', 'The second in which it began.', 'Секунда начала.'],
  minute: [
    'Minute of the hour',
    'Минута часа',
    'The minute of the hour in which it began.',
    'Минута часа, в которую начался визит.',
  ],
  hourMinute: [
    'Hour and minute',
    'Час и минута',
    'The hour and minute of the day in which it began.',
    'Час и минута дня, в которые начался визит.',
  ],
  dekaminute: [
    'Ten minutes of the day',
    'Десять минут дня',
    'The ten minutes of the day in which it began.',
    'Десять минут дня, в которые начался визит.',
  ],
  '<attribution>QRCodeProvider': [
    'QR code service',
    'Сервис QR-кодов',
    'The service whose QR code brought the visit.',
    'Сервис, QR-код которого привёл визит.',
  ],
  '<attribution>SocialNetworkProfile': [
    'Page of a social network',
    'Страница соцсети',
    'The group or person of a social network with the link.',
    'Группа или человек в соцсети со ссылкой.',
  ],
  '<attribution>From': [
    'Tag from',
    'Метка from',
    'The value of from in the address.',
    'Значение from в адресе страницы.',
  ],
  '<attribution>OpenstatService': [
    'Openstat: service',
    'Openstat: сервис',
    'The service that the mark _openstat names.',
    'Сервис из метки _openstat.',
  ],
  '<attribution>OpenstatCampaign': [
    'Openstat: campaign',
    'Openstat: кампания',
    'The campaign that the mark _openstat names.',
    'Кампания из метки _openstat.',
  ],
  '<attribution>OpenstatAd': [
    'Openstat: ad',
    'Openstat: объявление',
    'The advertisement that the mark _openstat names.',
    'Объявление из метки _openstat.',
  ],
  '<attribution>OpenstatSource': [
    'Openstat: place',
    'Openstat: площадка',
    'The place that the mark _openstat names.',
    'Площадка из метки _openstat.',
  ],
  '<attribution>HasGCLID': [
    'GCLID',
    'GCLID',
    'Whether the address had the click id of Google Ads.',
    'Была ли в адресе метка клика Google Ads.',
  ],
} as const satisfies Record<string, Row>;

type TableDimension = keyof typeof ROWS;

const DESCRIBED = [
  ...Object.entries(ROWS).map(([id, [en, ru, enHelp, ruHelp]]) => ({
    id: id as TableDimension,
    en: [en, enHelp] as const,
    ru: [ru, ruHelp] as const,
  })),
  ...MOMENT_WORDS,
  ...PAGE_PART_WORDS,
];

export type DescribedDimension = (typeof DESCRIBED)[number]['id'];
export const DESCRIBED_DIMENSIONS: readonly DescribedDimension[] = DESCRIBED.map(({ id }) => id);

const wordsIn = (language: 'en' | 'ru', part: 0 | 1) =>
  Object.fromEntries(DESCRIBED.map((one) => [one.id, one[language][part]])) as Readonly<
    Record<DescribedDimension, string>
  >;

export const namesIn = (language: 'en' | 'ru') => wordsIn(language, 0);
export const helpIn = (language: 'en' | 'ru') => wordsIn(language, 1);
