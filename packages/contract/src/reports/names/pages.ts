/** Parts of addresses beside those that stand in `en.ts` and `ru.ts`: each address by each part, with their words. */
const PATHS = { PathFull: '', Proto: '' } as const;
const LEVELS = ['PathLevel1', 'PathLevel2', 'PathLevel3', 'PathLevel4', 'PathLevel5'] as const;
const ALL = ['', 'Domain', 'Path', ...LEVELS, 'PathFull', 'Proto'] as const;
const PARTED = ['startURL', 'endURL', 'URL', 'referer'] as const;
const WHOLE = ['externalReferer', 'eventURL'] as const;

export type PagePartDimension =
  | `${(typeof PARTED)[number]}${keyof typeof PATHS}`
  | `${(typeof WHOLE)[number]}${(typeof ALL)[number]}`;

const ADDRESSES = {
  startURL: ['Entry page', 'Страница входа', 'page by which the visit began', 'страницы входа'],
  endURL: ['Exit page', 'Страница выхода', 'page on which the visit ended', 'страницы выхода'],
  URL: ['Page', 'Страница', 'page that was looked at', 'просмотренной страницы'],
  referer: ['Referring page', 'Реферер', 'page before', 'предыдущей страницы'],
  externalReferer: [
    'Referring page of a site',
    'Внешний реферер',
    'page of another site',
    'страницы другого сайта',
  ],
  eventURL: ['Page of the event', 'Страница события', 'page of the event', 'страницы события'],
} as const;

type Words = readonly [en: string, ru: string, enHelp: string, ruHelp: string];

function wordsOf(part: string): Words {
  const level = /^PathLevel(\d)$/.exec(part)?.[1];
  if (level !== undefined) {
    const ru = level === '1' ? 'Первая часть пути' : `Первые ${level} части пути`;
    return [
      `level ${level}`,
      `уровень ${level}`,
      `The path to level ${level} of the`,
      level === '5' ? 'Первые 5 частей пути' : ru,
    ];
  }
  switch (part) {
    case 'Domain':
      return ['domain', 'домен', 'The domain of the', 'Домен'];
    case 'Path':
      return ['path', 'путь', 'The path without parameters of the', 'Путь без параметров'];
    case 'PathFull':
      return [
        'path with parameters',
        'путь с параметрами',
        'The path with parameters of the',
        'Путь с параметрами',
      ];
    case 'Proto':
      return ['protocol', 'протокол', 'The protocol, such as https, of the', 'Протокол, например https,'];
    default:
      return ['address', 'адрес', 'The whole address of the', 'Полный адрес'];
  }
}

interface Described {
  readonly id: PagePartDimension;
  readonly en: readonly [name: string, help: string];
  readonly ru: readonly [name: string, help: string];
}

export const PAGE_PART_WORDS: readonly Described[] = Object.entries(ADDRESSES).flatMap(
  ([address, [en, ru, enHelp, ruHelp]]) => {
    const parts = (WHOLE as readonly string[]).includes(address) ? ALL : Object.keys(PATHS);
    return parts.map((part): Described => {
      const words = wordsOf(part);
      return {
        id: `${address}${part}` as PagePartDimension,
        en: [`${en}, ${words[0]}`, `${words[2]} ${enHelp}.`],
        ru: [`${ru}, ${words[1]}`, `${words[3]} ${ruHelp}.`],
      };
    });
  },
);
