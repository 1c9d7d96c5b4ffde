/** English: goal types by their id, and the fields of their own. */
export const goalTypes = {
  goalTypes: {
    action: {
      name: 'JavaScript event',
      text: 'Something happens on the page: a chat, a form, a button. Your page or your chat calls reachGoal.',
      condition: 'Event identifier',
      hint: "As in ym({{id}}, 'reachGoal', 'order_sent')",
      words: {
        exact: 'Event is',
        contain: 'Event contains',
        start: 'Event starts with',
        regexp: 'Event fits',
      },
    },
    url: {
      name: 'Page view',
      text: 'A visitor opens a certain page, for example “Thank you for your order”.',
      condition: 'Page address',
      hint: 'Full address or a path such as /thanks',
      words: {
        exact: 'Page is',
        contain: 'Page contains',
        start: 'Page starts with',
        regexp: 'Page fits',
      },
    },
    number: {
      name: 'Page depth',
      text: 'A visitor looks at a certain number of pages within one visit.',
    },
    step: {
      name: 'Multi-step',
      text: 'Two to five steps in a row within one visit, for example cart, delivery, order.',
    },
  },
  goalFields: {
    depth: {
      label: 'Page views in a visit',
      hint: 'From {{min}} to {{max}}; reached once a visit, by the page view that makes so many',
      words_one: '{{count}} page view in a visit',
      words_other: '{{count}} page views in a visit',
    },
  },
} as const;
