import {
  conditionWarnings,
  GOAL_WARNINGS,
  type Condition,
  type ConditionTypeName,
  type GoalTypeId,
  type GoalWarningCode,
} from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import type { GoalFact } from '../fact.ts';
import { subjectOf } from '../subject.ts';
import { click } from '../goal-type.ts';
import { GOAL_TYPES } from '../registry.ts';
import { warningItems } from './warning-words.ts';

const SITES = ['shop.example', 'магазин.рф'];
const PAGES = [
  'https://shop.example/',
  'https://shop.example/cart',
  'https://www.shop.example/cart/?step=2&utm_source=news',
  'https://blog.shop.example/2026/how-to-choose',
  'https://shop.example/Catalogue/Red-Runner.html',
  'https://shop.example/orders/17',
  'https://shop.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE',
];
const PAGE = 'https://shop.example/';
const EVENTS = ['order_sent', 'Jivo_Client_initiate_chat', 'заказ отправлен', 'form 2', '50% off'];

/** What happens on pages beside views and events. */
const DONE: readonly GoalFact[] = [
  click('mailto:info@shop.example?subject=boots'),
  { kind: 'download', url: 'https://shop.example/docs/price.pdf?v=2', page: PAGE },
  { kind: 'form', url: 'form://shop.example/?i=lead&n=order%5Bmail%5D&p=%23lead', page: PAGE },
  { kind: 'button', url: `btn://shop.example/?i=buy&n=&p=%23buy&t=${'Buy '.repeat(25)}`, page: PAGE },
  { kind: 'view', url: 'https://shop.example/?q=boots', params: '{"order":{"pay":["card"]},"pay":"card"}' },
];

type Example = readonly [type: ConditionTypeName, operator: Condition['type'], value: string, path?: string];

/** At least one of each; none of them matches what is above. */
const EXAMPLES: Readonly<Record<GoalWarningCode, readonly Example[]>> = {
  space_around: [
    ['url', 'contain', '/cart '],
    ['action', 'exact', ' order_sent'],
  ],
  invisible_character: [
    ['action', 'exact', 'order\u200b_sent'],
    ['url', 'contain', '/ca\u00adrt'],
    ['action', 'exact', '\u202eorder_sent'],
    ['params', 'exact', 'ca\u2066rd', 'pay'],
    ['email', 'exact', 'info@shop\u202e.example'],
  ],
  mixed_letters: [
    ['action', 'exact', 'оrder_sent'],
    ['url', 'regexp', '/сart\\b'],
  ],
  too_long: [['url', 'contain', `/cart${'a'.repeat(2_050)}`]],
  quoted: [
    ['action', 'exact', '«order_sent»'],
    ['url', 'contain', '"/cart"'],
  ],
  looks_like_pattern: [
    ['url', 'exact', '/orders/*'],
    ['url', 'contain', '^/cart'],
    ['action', 'contain', 'order.*'],
    ['url', 'contain', '/cart|/order'],
    ['url', 'start', '/cart|/order'],
    ['url', 'exact', '/cart|/order'],
    ['url', 'contain', '/(cart|order)'],
    ['url', 'contain', '/item?id=1|/item?id=2'],
    ['url', 'contain', '/order/[0-9]'],
    ['url', 'contain', '/order/[^/]'],
    ['url', 'contain', '/order/.+/thanks'],
    ['url', 'contain', '/(?:cart)'],
    ['url', 'contain', '/item-a{2}'],
    ['action', 'exact', 'order_sent|order_paid'],
  ],
  regexp_impossible: [
    ['url', 'regexp', '/cart$/'],
    ['action', 'regexp', 'a^order'],
  ],
  event_is_address: [['action', 'start', 'https://shop.example/cart']],
  event_is_code: [['action', 'exact', "ym(1,'reachGoal','order_sent')"]],
  event_is_encoded: [['action', 'exact', 'order%20sent']],
  file_name: [
    ['url', 'contain', 'price.pdf'],
    ['url', 'exact', 'https://shop.example/files/price.xlsx?v=2'],
  ],
  no_page_scheme: [
    ['url', 'exact', 'mailto:us@shop.example'],
    ['url', 'start', 'ftp://shop.example/'],
  ],
  http_only: [['url', 'start', 'http://shop.example/cart']],
  no_host: [
    ['url', 'exact', 'cart'],
    ['url', 'start', 'orders/'],
  ],
  foreign_host: [
    ['url', 'exact', 'https://shopp.example/cart'],
    ['url', 'start', 'other.example/cart'],
  ],
  default_port: [['url', 'exact', 'https://shop.example:443/cart']],
  exact_query: [['url', 'exact', '/cart?step=2']],
  fragment: [['url', 'contain', '/cart#delivery']],
  dot_segment: [['url', 'exact', '/orders/../cart']],
  backslash: [['url', 'contain', '\\cart']],
  regexp_encoded: [['url', 'regexp', '/%D1%81%D0%BF']],
  regexp_upper_host: [['url', 'regexp', '^https://SHOP\\.example/']],
  regexp_starts_late: [
    ['url', 'regexp', '^/cart'],
    ['url', 'regexp', '^shop\\.example/cart'],
    ['url', 'regexp', '^cart$'],
  ],
  regexp_question_mark: [['url', 'regexp', '/cart/?step=2$']],
  regexp_trimmed_end: [['url', 'regexp', '/cart\\?$']],
  no_email: [
    ['email', 'exact', 'mailto:info@shop.example'],
    ['email', 'exact', '*@shop.example'],
    ['email', 'exact', '@shop.example'],
    ['email', 'exact', 'info@'],
    ['email', 'exact', 'info@shop.example, sales@shop.example'],
  ],
  no_file_name: [
    ['file', 'file', '*.pdf'],
    ['file', 'file', '.pdf'],
    ['file', 'file', 'docs/'],
    ['file', 'file', '/'],
    ['file', 'file', 'price.pdf?v=2'],
  ],
  no_parameter_name: [
    ['search', 'search', '?q'],
    ['search', 'search', 'q='],
    ['search', 'search', 'q&text'],
    ['search', 'search', '/search'],
  ],
  element_selector: [
    ['form', 'id', '#lead'],
    ['form', 'id', '.lead'],
    ['form', 'name', '[name=lead]'],
    ['button', 'id', 'buy now'],
  ],
  path_selector: [['button', 'path', '#order .total']],
  element_too_long: [
    ['button', 'text', 'Buy '.repeat(26).trim()],
    ['form', 'path', `#lead${'>div'.repeat(130)}`],
  ],
  params_path: [
    ['params', 'exact', 'card', 'order.pay[0]'],
    ['params', 'exact', 'card', '$.order.pay'],
    ['params', 'exact', 'card', 'order..pay'],
    ['params', 'exact', 'card', 'order.'],
    ['params', 'exact', 'card', '__ym.order'],
  ],
};

const warningsOf = ([type, operator, value, path]: Example) =>
  conditionWarnings(type, { type: operator, url: value, path }, SITES);

function matches([type, operator, value, path]: Example): boolean {
  const conditions = [{ type: operator, url: value, ...(path === undefined ? {} : { path }) }];
  if (!(type in GOAL_TYPES)) throw new Error(`No goal type: ${type}`);
  const matcher = GOAL_TYPES[type as GoalTypeId].compile({ conditions, steps: [] });
  const facts: GoalFact[] = [
    ...PAGES.map((page): GoalFact => ({ kind: 'view', url: page })),
    ...EVENTS.map((identifier): GoalFact => ({ kind: 'event', identifier })),
    ...DONE,
  ];
  return facts.some((fact) => matcher.match(subjectOf(fact), 0, null).reached.length > 0);
}

describe('[G27] conditions that probably never match', () => {
  it.each(GOAL_WARNINGS)('are warned of: %s', (code) => {
    for (const example of EXAMPLES[code]) {
      expect(warningsOf(example), example.join(' ')).toContain(code);
      expect(matches(example), example.join(' ')).toBe(false);
    }
  });

  it('are none of those that match', () => {
    const good: Example[] = [
      ...PAGES.flatMap((page): Example[] => {
        const bare = page.split('?', 1)[0] ?? '';
        const { pathname, host } = new URL(page);
        return [
          ['url', 'exact', bare],
          ['url', 'exact', bare.replace('https://', '')],
          ['url', 'start', bare],
          ['url', 'start', host + pathname],
          ['url', 'contain', pathname],
          ['url', 'contain', decodeURIComponent(pathname)],
        ];
      }),
      ...EVENTS.flatMap((event): Example[] => [
        ['action', 'exact', event],
        ['action', 'start', event.slice(0, 3)],
      ]),
      ['url', 'exact', 'https://SHOP.example/cart'],
      ['url', 'contain', 'step=2'],
      ['url', 'contain', 'cart'],
      ['url', 'start', 'https://sho'],
      ['url', 'regexp', '^https?://(www\\.)?shop\\.example/orders/\\d+$'],
      ['url', 'regexp', '/(cart|orders)($|/)'],
      ['url', 'regexp', '^(https?:)?//shop'],
      ['url', 'regexp', '^.+/cart'],
      ['url', 'regexp', '\\?step=2'],
      ['url', 'regexp', '^cart|orders'],
      ['action', 'regexp', '^order_(sent|paid)$'],
      ['email', 'exact', 'Info@shop.example'],
      ['file', 'file', 'price'],
      ['file', 'file', '/docs/price.pdf'],
      ['search', 'search', 'q'],
      ['form', 'id', 'lead'],
      ['form', 'name', 'order[mail]'],
      ['form', 'path', '#lead'],
      ['button', 'text', 'buy '.repeat(25).trim()],
      ['params', 'exact', 'card', 'order.pay'],
    ];
    for (const example of good) {
      expect(matches(example), example.join(' ')).toBe(true);
      expect(warningsOf(example), example.join(' ')).toEqual([]);
    }
  });

  it('are said at the path into the params, where that is what is wrong', () => {
    const conditions = [{ type: 'exact', url: 'card', path: 'order[0].pay' }] as const;
    expect(warningItems({ type: 'params', conditions }, SITES)).toMatchObject([
      { code: 'params_path', location: 'goal.conditions.0.path' },
    ]);
  });

  it('are said of steps, at their place, in words', () => {
    const conditions = [{ type: 'contain', url: 'price.pdf' }] as const;
    const steps = [
      { type: 'url', conditions: [{ type: 'exact', url: '/cart' }] },
      { type: 'url', conditions },
    ] as const;
    expect(warningItems({ type: 'step', conditions: [], steps }, SITES)).toEqual([
      {
        code: 'file_name',
        location: 'goal.steps.1.conditions.0.url',
        message: expect.stringMatching(/^"goal\.steps\.1\.conditions\.0\.url" will probably never match: /),
      },
    ]);
  });
});
