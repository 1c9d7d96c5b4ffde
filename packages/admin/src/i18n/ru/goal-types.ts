/** Russian: goal types by their id, and the fields of their own. */
import type { Russian } from '../catalogue.ts';

export const goalTypes: Pick<Russian, 'goalTypes' | 'goalFields'> = {
  goalTypes: {
    action: {
      name: 'JavaScript-событие',
      text: 'На странице что-то происходит: чат, форма, кнопка. Страница или чат вызывает reachGoal.',
      condition: 'Идентификатор события',
      hint: "Как в ym({{id}}, 'reachGoal', 'order_sent')",
      words: {
        exact: 'Событие совпадает с',
        contain: 'Событие содержит',
        start: 'Событие начинается с',
        regexp: 'Событие подходит под',
      },
    },
    url: {
      name: 'Посещение страницы',
      text: 'Посетитель открывает определённую страницу, например «Спасибо за заказ».',
      condition: 'Адрес страницы',
      hint: 'Полный адрес или путь, например /thanks',
      words: {
        exact: 'Страница совпадает с',
        contain: 'Адрес страницы содержит',
        start: 'Адрес страницы начинается с',
        regexp: 'Адрес страницы подходит под',
      },
    },
    number: {
      name: 'Глубина просмотра',
      text: 'Посетитель просматривает определённое число страниц за один визит.',
    },
    step: {
      name: 'Составная цель',
      text: 'От двух до пяти шагов подряд за один визит, например корзина, доставка, заказ.',
    },
  },
  goalFields: {
    depth: {
      label: 'Просмотров за визит',
      hint: 'От {{min}} до {{max}}; достигается один раз за визит, просмотром с этим номером',
      words_one: '{{count}} просмотр за визит',
      words_few: '{{count}} просмотра за визит',
      words_many: '{{count}} просмотров за визит',
      words_other: '{{count}} просмотра за визит',
    },
  },
};
