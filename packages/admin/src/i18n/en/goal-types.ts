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
    email: {
      name: 'Click on e-mail',
      text: 'A visitor clicks a link that writes an e-mail.',
      any: 'Any e-mail address',
      condition: 'E-mail address',
      hint: 'As in sales@example.com; without one, a click on any address counts',
      words: { exact: 'E-mail to' },
    },
    phone: {
      name: 'Click on phone',
      text: 'A visitor clicks a telephone number.',
      any: 'Any telephone number',
      condition: 'Telephone number',
      hint: 'However it is written on the page; without one, a click on any number counts',
      words: { exact: 'Call to' },
    },
    messenger: {
      name: 'Messenger opened',
      text: 'A visitor clicks a link to WhatsApp, Telegram or another messenger.',
      any: 'Any messenger',
      condition: 'Messenger',
      hint: 'Without one, a click to any messenger counts',
      words: { messenger: 'Messenger' },
    },
    social: {
      name: 'Click to social network',
      text: 'A visitor clicks a link to a social network.',
      any: 'Any social network',
      condition: 'Social network',
      hint: 'The network that the link leads to',
      words: { social: 'Network', all_social: 'Any social network' },
    },
    file: {
      name: 'File download',
      text: 'A visitor downloads a file: a price list, a presentation, a program.',
      any: 'Any file',
      condition: 'File name',
      hint: 'As in price.pdf; the extension may be left out',
      words: { file: 'File', all_files: 'Any file' },
    },
    search: {
      name: 'Site search',
      text: 'A visitor searches the site.',
      any: 'By q, text, query or search in the address',
      condition: 'Parameter of the address',
      hint: 'As in find, if the results are at /?find=boots; without one: q, text, query, search',
      words: { search: 'Search by' },
    },
    payment_system: {
      name: 'Return from payment',
      text: 'A visitor comes back from the page of a payment system.',
      any: 'From any payment system that is known',
    },
    number: {
      name: 'Page depth',
      text: 'A visitor looks at a certain number of pages within one visit.',
    },
    visit_duration: {
      name: 'Visit duration',
      text: 'A visit lasts a certain time.',
    },
    step: {
      name: 'Multi-step',
      text: 'Two to five steps in a row within one visit, for example cart, delivery, order.',
    },
  },
  goalFields: {
    hide_phone_number: {
      label: 'Hide the number in lists',
    },
    duration: {
      label: 'Seconds',
      hint: 'From {{min}} to {{max}}; reached once a visit, by the action that shows it',
      words_one: '{{count}} second or longer',
      words_other: '{{count}} seconds or longer',
    },
    depth: {
      label: 'Page views in a visit',
      hint: 'From {{min}} to {{max}}; reached once a visit, by the page view that makes so many',
      words_one: '{{count}} page view in a visit',
      words_other: '{{count}} page views in a visit',
    },
  },
} as const;
